package app.ampel.domain.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100, 100, 100, #ff8001, #ff8001",
        "50,  100, 100, 100, #ff8000, #804000",
        "100, 100, 100, 60,  #ffffff, #ffff99",
        "50,  80,  100, 0,   #ffffff, #668000",
        "1,   100, 100, 100, #ffffff, #030303",
        // Rounding would make these dark.
        "1,   100, 100, 100, #400000, #020000",
        "1,   100, 100, 100, #1a1a1a, #020202",
        "100, 0,   100, 100, #ff0000, #020000",
        "100, 0,   0,   0,   #ffff00, #020200",
        "1,   100, 100, 100, #010000, #010000",
    })
    void changesAColour(int brightness, int red, int green, int blue, String before, String after) {
        Adjustment adjustment = new Adjustment(brightness, red, green, blue);
        assertThat(adjustment.of(Colour.parse(before).orElseThrow())).hasToString(after);
    }

    @Test
    void leavesDarkDarkAndMakesNothingDarkNorBrighter() {
        Random random = new Random(4711);
        for (int i = 0; i < 100_000; i++) {
            Adjustment adjustment = new Adjustment(
                    1 + random.nextInt(100), random.nextInt(101), random.nextInt(101), random.nextInt(101));
            int most = 1 + random.nextInt(256);
            Colour colour = new Colour(random.nextInt(most), random.nextInt(most), random.nextInt(most));
            Colour adjusted = adjustment.of(colour);
            assertThat(adjusted.isDark()).as("%s of %s", adjustment, colour).isEqualTo(colour.isDark());
            assertThat(adjusted.red()).isLessThanOrEqualTo(colour.red());
            assertThat(adjusted.green()).isLessThanOrEqualTo(colour.green());
            assertThat(adjusted.blue()).isLessThanOrEqualTo(colour.blue());
        }
    }

    @Test
    void keepsTheEffect() {
        assertThat(new Adjustment(50, 100, 100, 100).of(new LightCommand(Colour.RED, Effect.PULSE)))
                .isEqualTo(new LightCommand(new Colour(128, 0, 0), Effect.PULSE));
    }

    @Test
    void isInPercent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Adjustment(0, 100, 100, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new Adjustment(100, 101, 100, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new Adjustment(100, 100, -1, 100));
    }
}
