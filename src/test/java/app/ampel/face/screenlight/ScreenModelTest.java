package app.ampel.face.screenlight;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.Glow;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenModelTest {

    private final ScreenModel model = new ScreenModel("On-screen light");

    private Program encoded(Effect effect) {
        return model.encode(new LightCommand(Colour.RED, effect));
    }

    private static Duration turn(Program program) {
        return program.steps().stream().map(Program.Step::hold).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<String> colours(Program program) {
        return program.reports().stream().map(report -> report.text()).toList();
    }

    @Test
    void aSteadyColourIsToldOnceAndNothingIsPlayed() {
        assertThat(encoded(Effect.SOLID).isPlayed()).isFalse();
        assertThat(colours(encoded(Effect.SOLID))).containsExactly("#ff0000");
    }

    @Test
    void itBlinksHalfASecondEach() {
        assertThat(colours(encoded(Effect.BLINK))).containsExactly("#ff0000", "#000000");
        assertThat(turn(encoded(Effect.BLINK))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itFlashesTwiceAndRests() {
        assertThat(colours(encoded(Effect.DOUBLE_BLINK))).containsExactly("#ff0000", "#000000", "#ff0000", "#000000");
        assertThat(turn(encoded(Effect.DOUBLE_BLINK))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void itPulsesSoftlyInTwoSecondsAndIsNeverQuiteDark() {
        Program pulse = encoded(Effect.PULSE);
        assertThat(turn(pulse)).isEqualTo(Duration.ofSeconds(2));
        List<Integer> red = colours(pulse).stream()
                .map(text -> Colour.parse(text).orElseThrow().red())
                .toList();
        assertThat(red.get(0)).isEqualTo(255);
        assertThat(red).allMatch(level -> level >= 30);
        for (int i = 0; i < red.size(); i++) {
            assertThat(Math.abs(red.get(i) - red.get((i + 1) % red.size()))).isLessThan(40);
        }
    }

    @Test
    void aDimLightLooksHalfAsBrightOnAScreenAndKeepsItsHue() {
        assertThat(Glow.onScreen(Colour.WHITE.dimmedTo(20))).isEqualTo(new Colour(123, 123, 123));
        assertThat(Glow.onScreen(Colour.AMBER)).isEqualTo(Colour.AMBER);
        assertThat(Glow.onScreen(Colour.BLACK)).isEqualTo(Colour.BLACK);
        Colour dimAmber = Glow.onScreen(Colour.AMBER.dimmedTo(30));
        assertThat((double) dimAmber.green() / dimAmber.red()).isBetween(0.73, 0.77);
    }
}
