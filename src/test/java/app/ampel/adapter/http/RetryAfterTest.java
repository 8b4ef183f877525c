package app.ampel.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30                            | 2026-11-20T10:00:30Z",
                " 1                            | 2026-11-20T10:00:01Z",
                "1.5                           | 2026-11-20T10:00:01.500Z",
                "Fri, 20 Nov 2026 10:02:00 GMT | 2026-11-20T10:02:00Z"
            })
    void secondsAndDatesAreUnderstood(String header, Instant until) {
        assertThat(RetryAfter.parse(header, NOW)).contains(until);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "soon", "-5", "0", "Fri, 20 Nov 2026 09:00:00 GMT", "Fri, 99 Nov 2026 10:00:00 GMT"})
    void whatSaysNothingIsNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void nobodyIsWaitedForLongerThanAnHour() {
        assertThat(RetryAfter.parse("999999999", NOW)).contains(NOW.plusSeconds(3600));
    }
}
