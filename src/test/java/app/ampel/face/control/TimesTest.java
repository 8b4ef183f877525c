package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Times times = new Times(Home.words());

    @ParameterizedTest
    @CsvSource({
        "45m, PT45M",
        "45min, PT45M",
        "1h, PT1H",
        "1h30m, PT1H30M",
        "90, PT90M",
        "60s, PT60S",
        "1h1m1s, PT1H1M1S"
    })
    void lengthsAreReadAsPeopleWriteThem(String text, Duration span) {
        assertThat(Times.span(text)).contains(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "1.5h", "-5m", "5 m", "30m1h", "1d", "99999999999h", "５m"})
    void otherLengthsAreNone(String text) {
        assertThat(Times.span(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Winter, one hour ahead of UTC.
        "2026-11-20T13:00:00Z, 17:00, 2026-11-20T16:00:00Z",
        "2026-11-20T13:00:00Z, 9.30, 2026-11-21T08:30:00Z",
        "2026-11-20T16:00:00Z, 17:00, 2026-11-21T16:00:00Z",
        // The clock goes back in the night.
        "2026-10-24T16:00:00Z, 17:00, 2026-10-25T16:00:00Z",
        // Forward: half past two does not exist and is half past three.
        "2026-03-28T22:00:00Z, 02:30, 2026-03-29T01:30:00Z",
    })
    void aTimeOfDayIsTheNextOne(Instant now, String text, Instant end) throws Failure {
        assertThat(times.endAt(text, now, BERLIN)).isEqualTo(end);
    }

    @Test
    void aTimeOfDayLessThanAMinuteAwayIsRefused() {
        Instant now = Instant.parse("2026-11-20T15:59:30Z");
        assertThatThrownBy(() -> times.endAt("17:00", now, BERLIN)).isInstanceOf(Failure.class);
    }
}
