package app.ampel.domain.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlowTest {

    private static double share(Effect effect, Speed speed, long millis) {
        return Glow.share(new LightCommand(Colour.RED, effect, speed), Duration.ofMillis(millis));
    }

    private static List<Double> everyQuarter(Effect effect, Speed speed, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> share(effect, speed, 250 * i))
                .toList();
    }

    @Test
    void blinkingIsHalfASecondOnAndHalfASecondOff() {
        assertThat(everyQuarter(Effect.BLINK, Speed.USUAL, 6)).containsExactly(1.0, 1.0, 0.0, 0.0, 1.0, 1.0);
        assertThat(everyQuarter(Effect.BLINK, Speed.FAST, 4)).containsExactly(1.0, 0.0, 1.0, 0.0);
    }

    @Test
    void aDoubleBlinkIsTwoShortFlashesEveryTwoSeconds() {
        assertThat(everyQuarter(Effect.DOUBLE_BLINK, Speed.USUAL, 9))
                .containsExactly(1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void aPulseGoesDownAndUpAndNeverOut() {
        assertThat(share(Effect.PULSE, Speed.USUAL, 1000)).isEqualTo(0.15, within(0.001));
        assertThat(share(Effect.PULSE, Speed.USUAL, 500)).isEqualTo(0.575, within(0.001));
        assertThat(share(Effect.PULSE, Speed.SLOW, 2000)).isEqualTo(0.15, within(0.001));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void everyEffectBeginsBright(Effect effect) {
        assertThat(share(effect, Speed.USUAL, 0)).isEqualTo(1);
    }
}
