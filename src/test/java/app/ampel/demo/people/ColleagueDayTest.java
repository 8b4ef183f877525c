package app.ampel.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague.Role;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColleagueDayTest {

    private static final ZonedDateTime MIDNIGHT = LocalDate.of(2026, 12, 2).atStartOfDay(ZoneId.of("Europe/Berlin"));

    private final DemoDirectory directory =
            DemoDirectory.forty(Colleague.employee("Kim", "Muster", "kim@muster.example", "Design", "Designer"));

    private static Stream<ZonedDateTime> minutes(int fromHour, int toHour) {
        return IntStream.range(fromHour * 60, toHour * 60)
                .mapToObj(minute -> MIDNIGHT.plus(Duration.ofMinutes(minute)));
    }

    private List<Colleague> employees() {
        return directory.people().stream()
                .filter(who -> who.role() == Role.EMPLOYEE && who.teams())
                .toList();
    }

    @Test
    void fortyPeopleLiveHereBesideOneself() {
        assertThat(employees()).hasSize(41);
        assertThat(directory.people()).extracting(Colleague::id).doesNotHaveDuplicates();
        assertThat(directory.people()).extracting(Colleague::username).doesNotHaveDuplicates();
    }

    @Test
    void everybodyHasADayOfTheirOwnThatIsTheSameEveryDay() {
        Set<List<ColleagueDay.Moment>> days = new HashSet<>();
        for (Colleague who : employees()) {
            List<ColleagueDay.Moment> today =
                    minutes(0, 24).map(now -> ColleagueDay.at(who, now)).toList();
            days.add(today);
            minutes(0, 24)
                    .forEach(now -> assertThat(ColleagueDay.at(who, now.plus(Duration.ofDays(1)))
                                    .activity())
                            .isEqualTo(ColleagueDay.at(who, now).activity()));
        }
        assertThat(days).hasSize(41);
    }

    @Test
    void everyKindOfPresenceIsSeenInTheCourseOfADay() {
        Set<Availability> seen = new HashSet<>();
        minutes(0, 24)
                .forEach(now -> employees()
                        .forEach(who -> seen.add(ColleagueDay.at(who, now).availability())));
        assertThat(seen)
                .contains(
                        Availability.AVAILABLE,
                        Availability.AVAILABLE_IDLE,
                        Availability.AWAY,
                        Availability.BE_RIGHT_BACK,
                        Availability.BUSY,
                        Availability.DO_NOT_DISTURB,
                        Availability.OFFLINE);
    }

    @Test
    void nobodyIsThereAtNight() {
        minutes(0, 7)
                .forEach(now -> employees()
                        .forEach(who -> assertThat(ColleagueDay.at(who, now).availability())
                                .isEqualTo(Availability.OFFLINE)));
    }

    /** So that a question finds somebody whenever the demo is begun. */
    @ParameterizedTest
    @ValueSource(strings = {"HR questions", "IT", "Design team"})
    void somebodyInAGroupIsAvailableAtAnyTimeOfAWorkingMorning(String group) {
        Set<String> members =
                directory.transitiveMembers(directory.groupNamed(group).orElseThrow());
        minutes(9, 12)
                .forEach(now -> assertThat(members.stream()
                                .flatMap(id -> directory.person(id).stream())
                                .map(who -> ColleagueDay.at(who, now))
                                .filter(moment -> moment.availability().equals(Availability.AVAILABLE)
                                        && moment.activity().equals(Activity.AVAILABLE)
                                        && moment.outOfOffice().isEmpty()))
                        .as("%s at %s", group, now)
                        .isNotEmpty());
    }

    @Test
    void somebodyIsOutOfOfficeWithAMessage() {
        assertThat(employees().stream().flatMap(who -> who.outOfOffice().stream()))
                .hasSize(2);
    }

    @Test
    void aHundredThousandCanLiveHere() {
        DemoDirectory large = directory.larger(100_000);
        assertThat(large.people()).extracting(Colleague::id).doesNotHaveDuplicates();
        assertThat(large.people()).hasSizeGreaterThan(100_000);
    }
}
