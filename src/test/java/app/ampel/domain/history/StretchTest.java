package app.ampel.domain.history;

import static app.ampel.domain.history.Spans.AVAILABLE;
import static app.ampel.domain.history.Spans.IN_A_CALL;
import static app.ampel.domain.history.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Day day(String date, Span... spans) {
        return new Day(LocalDate.parse(date), BERLIN, List.of(spans));
    }

    @Test
    void isTheWorkingDayAsLongAsNothingElseIsKnown() {
        assertThat(Stretch.of(List.of())).isEqualTo(new Stretch(8, 18));
        Day lunch = day("2026-11-20", span("2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z", AVAILABLE));
        assertThat(Stretch.of(List.of(lunch))).isEqualTo(new Stretch(8, 18));
    }

    @Test
    void reachesFromTheEarliestToTheLatestOfAllDays() {
        Day early = day("2026-11-20", span("2026-11-20T05:59:00Z", "2026-11-20T07:00:00Z", AVAILABLE));
        Day late = day("2026-11-19", span("2026-11-19T17:30:00Z", "2026-11-19T18:00:01Z", AVAILABLE));
        assertThat(Stretch.of(List.of(early, late))).isEqualTo(new Stretch(6, 20));
    }

    @Test
    void endsAtMidnightWhenTheDayDoes() {
        Day night = day("2026-11-20", span("2026-11-20T22:30:00Z", "2026-11-20T23:00:00Z", AVAILABLE));
        assertThat(Stretch.of(List.of(night))).isEqualTo(new Stretch(8, 24));
    }

    @Test
    void knowsWhatIsAtAPlaceOfIt() {
        Day day = day("2026-11-20", span("2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z", IN_A_CALL));
        Stretch stretch = new Stretch(8, 18);
        assertThat(stretch.at(day, 0.5)).map(Span::presence).contains(IN_A_CALL);
        assertThat(stretch.at(day, 0.499)).isEmpty();
        assertThat(stretch.at(day, 0.6)).isEmpty();
        assertThat(stretch.share(day, Instant.parse("2026-11-20T12:00:00Z"))).isEqualTo(0.5);
        assertThat(stretch.share(day, Instant.parse("2026-11-20T06:00:00Z"))).isZero();
        assertThat(stretch.share(day, Instant.parse("2026-11-20T20:00:00Z"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 24, '0, 6, 12, 18, 24'", "8, 18, '8, 10, 12, 14, 16, 18'", "6, 20, '6, 9, 12, 15, 18'"})
    void isMarkedWhereOneLooks(int from, int to, String marks) {
        assertThat(new Stretch(from, to).marks().toString()).isEqualTo("[" + marks + "]");
    }

    @Nested
    class OnADayWhenTheClocksChange {

        @Test
        void theHoursAreWhereTheyAre() {
            Stretch all = new Stretch(0, 24);
            assertThat(all.share(day("2026-10-25"), 12)).isEqualTo(13.0 / 25);
            assertThat(all.share(day("2026-03-29"), 12)).isEqualTo(11.0 / 23);
        }

        @Test
        void aSpanThroughTheHourThatComesTwiceIsFound() {
            Day back = day("2026-10-25", span("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", IN_A_CALL));
            assertThat(Stretch.of(List.of(back))).isEqualTo(new Stretch(2, 18));
        }
    }
}
