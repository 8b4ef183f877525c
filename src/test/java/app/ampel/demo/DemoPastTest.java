package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.history.Change;
import app.ampel.domain.history.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPastTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final DemoDay SCRIPT = new DemoDay(ZONE);

    private static Instant at(LocalTime time) {
        return TODAY.atTime(time).atZone(ZONE).toInstant();
    }

    private static List<Span> today(LocalTime now) {
        return spans(now).stream()
                .filter(span -> !span.from().isBefore(at(LocalTime.MIDNIGHT)))
                .toList();
    }

    private static List<Span> spans(LocalTime now) {
        return new DemoPast(SCRIPT, ZONE)
                .until(at(now), 10, "kim").stream()
                        .map(Change::span)
                        .flatMap(Optional::stream)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "07:00", "08:55", "12:30", "15:50", "23:59"})
    void endsNowAndNoSpanOverlapsAnother(LocalTime now) {
        List<Span> spans = spans(now);
        Instant until = Instant.MIN;
        for (Span span : spans) {
            assertThat(span.from()).isAfterOrEqualTo(until).isBefore(span.to());
            until = span.to();
        }
        assertThat(until).isBeforeOrEqualTo(at(now));
    }

    @Test
    void theDayThatIsPlayedIsJustAsItsScriptHasIt() {
        assertThat(today(LocalTime.of(15, 50))).isNotEmpty().allSatisfy(span -> {
            ScriptedPresence shown = SCRIPT.at(span.from()).session().orElseThrow();
            assertThat(span.presence().availability()).isEqualTo(shown.availability());
            assertThat(SCRIPT.changeAfter(span.from()).orElseThrow()).isAfterOrEqualTo(span.to());
        });
        Duration known = today(LocalTime.of(15, 50)).stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
        // From the early mail to the way to work, and from the manager on.
        assertThat(known).isEqualTo(Duration.ofMinutes(35 + 7 * 60 + 20));
    }

    @Test
    void nothingIsKnownOfFreeDaysAndSomethingOfEachOther() {
        List<LocalDate> days = spans(LocalTime.MIDNIGHT).stream()
                .map(span -> LocalDate.ofInstant(span.from(), ZONE))
                .distinct()
                .toList();
        assertThat(days).hasSize(8).doesNotContain(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
    }
}
