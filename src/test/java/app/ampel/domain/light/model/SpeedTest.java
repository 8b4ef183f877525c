package app.ampel.domain.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Speed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpeedTest {

    private static final Colour COLOUR = new Colour(200, 100, 0);

    static Stream<LightModel> all() {
        return Stream.concat(new Catalogue().models().stream(), Stream.of(new AmpelSerial(), new Wled()));
    }

    private static LightCommand command(Effect effect, Speed speed) {
        return new LightCommand(COLOUR, effect, speed);
    }

    private static Duration turn(Program program) {
        return program.steps().stream().map(Program.Step::hold).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Effect> moving() {
        return List.of(Effect.BLINK, Effect.PULSE, Effect.DOUBLE_BLINK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void atUsualSpeedNothingIsDifferent(LightModel model) {
        for (Effect effect : Effect.values()) {
            assertThat(model.play(command(effect, Speed.USUAL))).isEqualTo(model.encode(command(effect, Speed.USUAL)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void slowIsFourTimesAsLongAsFast(LightModel model) {
        for (Effect effect : moving()) {
            Duration slow = turn(model.play(command(effect, Speed.SLOW)));
            Duration fast = turn(model.play(command(effect, Speed.FAST)));
            assertThat(slow).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(slow.minus(fast)).as("%s", effect).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
        }
    }

    /** Colours that stand still are in the lists of what a light may be sent; nothing else is added by a speed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void otherSpeedsSendNothingButColoursThatStandStill(LightModel model) {
        Set<Report> still = new HashSet<>(model.encode(LightCommand.OFF).reports());
        for (int percent = 1; percent <= 100; percent++) {
            still.addAll(
                    model.encode(LightCommand.solid(COLOUR.dimmedTo(percent))).reports());
        }
        for (Effect effect : moving()) {
            for (Speed speed : List.of(Speed.SLOW, Speed.FAST)) {
                assertThat(still).containsAll(model.play(command(effect, speed)).reports());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void noLightFlashesMoreThanThreeTimesASecondNorFasterThanItBears(LightModel model) {
        for (Effect effect : moving()) {
            Program fast = model.play(command(effect, Speed.FAST));
            assertThat(turn(fast)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
            assertThat(fast.steps())
                    .allSatisfy(step -> assertThat(step.hold())
                            .isGreaterThanOrEqualTo(model.pace())
                            .isGreaterThanOrEqualTo(Duration.ofMillis(200)));
        }
    }

    @Test
    void whatStandsStillHasNoSpeed() {
        assertThat(command(Effect.SOLID, Speed.FAST)).isEqualTo(LightCommand.solid(COLOUR));
        assertThat(new LightCommand(Colour.BLACK, Effect.BLINK, Speed.SLOW)).isEqualTo(LightCommand.OFF);
    }

    @Test
    void aDimmableLightPulsesSlowlyInFinerSteps() {
        Program slow = new Luxafor().play(command(Effect.PULSE, Speed.SLOW));
        assertThat(slow.steps()).hasSize(16);
        assertThat(turn(slow)).isEqualTo(Duration.ofSeconds(4));
        assertThat(turn(new Luxafor().play(command(Effect.PULSE, Speed.FAST)))).isEqualTo(Duration.ofSeconds(1));
    }
}
