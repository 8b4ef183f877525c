package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.ampel.domain.status.Choice;
import app.ampel.service.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DemoDay day = new DemoDay(BERLIN);
    private final Instant start = at("2026-11-20T08:55");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private List<Instant> changes(Instant from, Duration length) {
        List<Instant> found = new ArrayList<>();
        Instant end = from.plus(length);
        for (Instant next = day.changeAfter(from).orElseThrow();
                !next.isAfter(end);
                next = day.changeAfter(next).orElseThrow()) {
            found.add(next);
        }
        return found;
    }

    private List<ScriptedAction> acts(Instant from, Duration length) {
        List<ScriptedAction> found = new ArrayList<>();
        for (ScriptedAction next = day.actAfter(from);
                !next.at().isAfter(from.plus(length));
                next = day.actAfter(next.at())) {
            found.add(next);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "03:00,none,true",
        "07:00,Available/Available,false",
        "08:55,Available/Available,false",
        "09:05,Busy/InAMeeting,false",
        "09:30,Busy/InACall,false",
        "09:53,BeRightBack/BeRightBack,false",
        "10:30,DoNotDisturb/Presenting,false",
        "12:30,Away/Away,false",
        "18:00,none,true",
        "19:40,Busy/InACall,true",
        "21:10,Available/OutOfOffice,true"
    })
    void goesThroughAWorkingDay(String time, String session, boolean outOfOffice) {
        Teams.Moment moment = day.at(at("2026-11-20T" + time));
        assertThat(moment.session().map(ScriptedPresence::toString).orElse("none"))
                .isEqualTo(session);
        assertThat(moment.outOfOffice()).isEqualTo(outOfOffice);
        assertThat(moment.since()).isBeforeOrEqualTo(at("2026-11-20T" + time));
    }

    @Test
    void isSteadyBetweenTwoChangesAndDifferentAfterEach() {
        Instant before = start;
        for (Instant next : changes(start, Duration.ofDays(2))) {
            assertThat(day.at(next.minusMillis(1))).isEqualTo(day.at(before));
            assertThat(day.at(next)).isNotEqualTo(day.at(next.minusMillis(1)));
            assertThat(day.at(next).since()).isEqualTo(next);
            before = next;
        }
    }

    @Test
    void showsAllThereIsToSeeInTheFirstMinuteAtOneMinuteASecond() {
        Duration minute = Duration.ofMinutes(60);
        Set<String> seen = changes(start, minute).stream()
                .map(when -> day.at(when).session().orElseThrow().availability().word())
                .collect(Collectors.toSet());
        assertThat(seen).contains("Available", "Busy", "BeRightBack");
        assertThat(acts(start, minute)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void clearsOneStatusEarlyAndLetsAnotherRunOutWhileItIsKeptAlive() {
        List<ScriptedAction> acts = acts(start, Duration.ofDays(1));
        ScriptedAction call = acts.get(0);
        ScriptedAction clear = acts.get(1);
        ScriptedAction presenting = acts.get(2);

        assertThat(call.set().orElseThrow().choice()).isEqualTo(Choice.IN_A_CALL);
        assertThat(clear.set()).isEmpty();
        assertThat(clear.at()).isBefore(call.at().plus(call.set().orElseThrow().duration()));
        assertThat(presenting.set().orElseThrow().choice()).isEqualTo(Choice.PRESENTING);
        Duration runs = presenting.set().orElseThrow().duration();
        assertThat(runs).isGreaterThan(SetRules.SHORTEST_LEASE.multipliedBy(2));
        assertThat(acts.get(3).at()).isAfter(presenting.at().plus(runs));
    }

    @Test
    void onceWantsWhatTheMeetingOutranks() {
        ScriptedAction act = acts(start, Duration.ofDays(1)).stream()
                .filter(one -> one.set()
                        .filter(set -> set.choice() == Choice.AVAILABLE)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(day.at(act.at()).session().orElseThrow().availability().word())
                .isEqualTo("Busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T00:00", "2026-10-25T00:00", "2026-12-31T12:00", "2028-02-28T23:59"})
    void goesOnForEver(String from) {
        Instant begin = at(from);
        int perDay = changes(start, Duration.ofDays(1)).size();
        assertThat(changes(begin, Duration.ofDays(7)).size()).isBetween(7 * perDay - 1, 7 * perDay + 1);
        assertThat(acts(begin, Duration.ofDays(7)).size()).isBetween(7 * 8 - 1, 7 * 8 + 1);
    }

    @Test
    void tellsItsStoryInWordsThatExist() {
        Messages words = Messages.in(Locale.UK);
        Set<String> keys = new HashSet<>();
        changes(start, Duration.ofDays(1)).forEach(when -> keys.add(day.storyAt(when)));
        acts(start, Duration.ofDays(1)).forEach(act -> {
            keys.add(act.story());
            act.set().flatMap(ScriptedAction.Set::note).ifPresent(keys::add);
        });
        for (String key : keys) {
            assertThatCode(() -> words.say(key)).as(key).doesNotThrowAnyException();
        }
    }
}
