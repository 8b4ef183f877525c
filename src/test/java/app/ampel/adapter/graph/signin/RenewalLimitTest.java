package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalLimitTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final RenewalLimit limit = new RenewalLimit();

    /** Asks whenever it may; how often that was. */
    private int asked(Instant from, Duration every, Duration during) {
        int count = 0;
        for (Instant now = from; now.isBefore(from.plus(during)); now = now.plus(every)) {
            try {
                limit.ask(now);
                limit.answered(now);
                count++;
            } catch (RenewalLimit.Reached e) {
                assertThat(e.until()).isAfter(now).isBeforeOrEqualTo(now.plus(RenewalLimit.PAUSE));
            }
        }
        return count;
    }

    @Test
    void anHourOfAskingAtEveryPollIsAFewRequests() {
        assertThat(asked(NOON, Duration.ofSeconds(10), Duration.ofHours(1)))
                .isBetween(RenewalLimit.BURST, RenewalLimit.BURST + 6);
    }

    @Test
    void afterThatItIsOneEveryTenMinutes() {
        asked(NOON, Duration.ofSeconds(10), Duration.ofHours(1));

        assertThat(asked(NOON.plus(Duration.ofHours(1)), Duration.ofSeconds(10), Duration.ofHours(10)))
                .isBetween(59, 61);
    }

    @Test
    void theUsualOneAnHourIsNeverHeldUp() {
        assertThat(asked(NOON, Duration.ofHours(1), Duration.ofHours(48))).isEqualTo(48);
    }

    @Test
    void aClockThatIsPutBackHoldsNothingUpForLongerThanUsual() {
        asked(NOON, Duration.ofSeconds(1), Duration.ofMinutes(1));
        Instant before = NOON.minus(Duration.ofDays(300));

        RenewalLimit.Reached reached = catchThrowableOfType(RenewalLimit.Reached.class, () -> limit.ask(before));

        assertThat(reached.until()).isBeforeOrEqualTo(before.plus(RenewalLimit.PAUSE));
    }
}
