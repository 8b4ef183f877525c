package app.ampel.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static List<Long> seconds(BackOff backOff, int attempts) {
        return IntStream.rangeClosed(1, attempts)
                .mapToObj(failures -> backOff.after(failures).toSeconds())
                .toList();
    }

    @Test
    void doublesUpToItsLimit() {
        assertThat(seconds(BackOff.doubling(SECOND, MINUTE), 8)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void orGrowsBySteps() {
        assertThat(seconds(BackOff.linear(SECOND, Duration.ofSeconds(3)), 5)).containsExactly(1L, 2L, 3L, 3L, 3L);
    }

    @Test
    void orStaysAsItIs() {
        assertThat(seconds(BackOff.constant(MINUTE), 3)).containsExactly(60L, 60L, 60L);
    }

    @Test
    void isNeverLongerThanItsLimitEvenAtTheFirst() {
        assertThat(BackOff.doubling(MINUTE, SECOND).after(1)).isEqualTo(SECOND);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1})
    void theFirstWaitIsTheShortest(int failures) {
        assertThat(BackOff.doubling(SECOND, MINUTE).after(failures)).isEqualTo(SECOND);
        assertThat(BackOff.linear(SECOND, MINUTE).after(failures)).isEqualTo(SECOND);
    }

    @Test
    void noNumberOfFailuresIsTooMany() {
        Duration year = Duration.ofDays(365);
        assertThat(BackOff.doubling(Duration.ofMillis(1), year).after(Integer.MAX_VALUE))
                .isEqualTo(year);
        assertThat(BackOff.linear(SECOND, MINUTE).after(Integer.MAX_VALUE)).isEqualTo(MINUTE);
    }

    @Test
    void jitterMakesAnyWaitShorterOrLongerByItsShare() {
        BackOff backOff = BackOff.doubling(SECOND, MINUTE).withJitter(0.1);
        assertThat(backOff.jittered(MINUTE, -1)).isEqualTo(Duration.ofSeconds(54));
        assertThat(backOff.jittered(MINUTE, 0)).isEqualTo(MINUTE);
        assertThat(backOff.jittered(MINUTE, 0.5)).isEqualTo(Duration.ofSeconds(63));
        assertThat(backOff.jittered(MINUTE, 1)).isEqualTo(Duration.ofSeconds(66));
    }

    @Test
    void thereIsNoneWithoutIt() {
        assertThat(BackOff.doubling(SECOND, MINUTE).jittered(MINUTE, 1)).isEqualTo(MINUTE);
    }

    @Test
    void whatWouldNotWaitIsNoBackOff() {
        assertThatIllegalArgumentException().isThrownBy(() -> BackOff.doubling(Duration.ZERO, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> BackOff.linear(SECOND, SECOND.negated()));
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BackOff.constant(SECOND).withJitter(share));
        }
    }
}
