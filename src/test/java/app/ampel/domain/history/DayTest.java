package app.ampel.domain.history;

import static app.ampel.domain.history.Spans.AVAILABLE;
import static app.ampel.domain.history.Spans.AWAY;
import static app.ampel.domain.history.Spans.IN_A_CALL;
import static app.ampel.domain.history.Spans.IN_A_MEETING;
import static app.ampel.domain.history.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private static List<Day> days(Span... spans) {
        return Day.of(List.of(spans), TODAY, BERLIN);
    }

    @Test
    void isTodayAloneWhenNothingIsKnown() {
        assertThat(days()).containsExactly(new Day(TODAY, BERLIN, List.of()));
    }

    @Test
    void goesBackToTheFirstOfWhichSomethingIsKnown() {
        assertThat(days(span("2026-11-17T09:00:00Z", "2026-11-17T10:00:00Z", AVAILABLE)))
                .extracting(Day::date)
                .containsExactly(TODAY, TODAY.minusDays(1), TODAY.minusDays(2), TODAY.minusDays(3));
    }

    @Test
    void sharesASpanWithItsNeighbourAtMidnight() {
        List<Day> days = days(span("2026-11-19T22:00:00Z", "2026-11-20T01:00:00Z", AWAY));
        assertThat(days.get(0).spans()).containsExactly(span("2026-11-19T23:00:00Z", "2026-11-20T01:00:00Z", AWAY));
        assertThat(days.get(1).spans()).containsExactly(span("2026-11-19T22:00:00Z", "2026-11-19T23:00:00Z", AWAY));
    }

    @Test
    void leavesOutWhatIsInTheFuture() {
        assertThat(days(span("2027-01-01T09:00:00Z", "2027-01-01T10:00:00Z", AVAILABLE)))
                .hasSize(1);
    }

    @Test
    void addsUpCallsMeetingsAndTimeAvailable() {
        Day day = days(
                        span("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z", AVAILABLE),
                        span("2026-11-20T09:00:00Z", "2026-11-20T09:30:00Z", IN_A_CALL),
                        span("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", IN_A_MEETING),
                        span(
                                "2026-11-20T11:00:00Z",
                                "2026-11-20T11:10:00Z",
                                Presence.of(Availability.DO_NOT_DISTURB, Activity.PRESENTING)),
                        span("2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z", AWAY))
                .get(0);
        assertThat(day.total(PresenceKind.IN_A_CALL)).isEqualTo(Duration.ofMinutes(40));
        assertThat(day.total(PresenceKind.IN_A_MEETING)).isEqualTo(Duration.ofMinutes(60));
        assertThat(day.total(PresenceKind.AVAILABLE)).isEqualTo(Duration.ofMinutes(60));
        assertThat(day.total(PresenceKind.AWAY)).isEqualTo(Duration.ofMinutes(60));
    }

    @Nested
    class WhenTheClocksGoBack {

        private final Day day = new Day(LocalDate.parse("2026-10-25"), BERLIN, List.of());

        @Test
        void has25Hours() {
            assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(25));
        }
    }

    @Nested
    class WhenTheClocksGoForward {

        private final Day day = new Day(LocalDate.parse("2026-03-29"), BERLIN, List.of());

        @Test
        void has23Hours() {
            assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(23));
            assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(23));
        }

        @Test
        void losesNothingOfASpanThroughTheNight() {
            Span night = span("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z", AWAY);
            List<Day> days = Day.of(List.of(night), LocalDate.parse("2026-03-29"), BERLIN);
            assertThat(days.get(0).total(PresenceKind.AWAY).plus(days.get(1).total(PresenceKind.AWAY)))
                    .isEqualTo(Duration.ofHours(7));
        }
    }
}
