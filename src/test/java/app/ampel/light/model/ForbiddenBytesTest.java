package app.ampel.light.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.light.Colour;
import app.ampel.light.Effect;
import app.ampel.light.LightCommand;
import app.ampel.light.LightModel;
import app.ampel.light.Report;
import app.ampel.light.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What would harm a light can not be produced, whatever it is told to show. Seeded: a failure names its command. */
class ForbiddenBytesTest {

    private static final long SEED = 20261101;

    private static void everything(LightModel model, Consumer<Report> check) {
        Random random = new Random(SEED);
        List<LightCommand> commands = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Colour colour = i < 4
                    ? List.of(Colour.BLACK, Colour.WHITE, Colour.RED, Colour.GREEN)
                            .get(i)
                    : new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            for (Effect effect : Effect.values()) {
                commands.add(new LightCommand(colour, effect));
            }
        }
        for (LightCommand command : commands) {
            assertThat(model.encode(command).reports())
                    .as(command.toString())
                    .isNotEmpty()
                    .allSatisfy(check);
        }
        assertThat(model.arming()).allSatisfy(check);
        assertThat(model.farewell()).isNotEmpty().allSatisfy(check);
        model.heartbeat().ifPresent(beat -> assertThat(beat.reports()).allSatisfy(check));
    }

    @Test
    void kuandoStepsNeverResetNorStartTheBootLoader() {
        everything(new KuandoBusylight(), report -> {
            byte[] bytes = report.payload();
            assertThat(bytes).hasSize(64);
            int sum = 0;
            for (int i = 0; i < 62; i++) {
                sum += bytes[i] & 0xff;
            }
            assertThat((bytes[62] & 0xff) << 8 | bytes[63] & 0xff).isEqualTo(sum);
            for (int step = 0; step < 7; step++) {
                int operation = bytes[step * 8] & 0xf0;
                assertThat(operation).isIn(0x00, 0x10, 0x80);
                assertThat(bytes[step * 8] & 0x08)
                        .as("step to jump to, or seconds")
                        .isIn(0, operation == 0x80 ? 8 : 0);
                for (int channel = 2; channel <= 4; channel++) {
                    assertThat((int) bytes[step * 8 + channel]).isBetween(0, 100);
                }
                assertThat(bytes[step * 8 + 7]).as("sound").isZero();
            }
        });
    }

    @Test
    void blink1IsNeverSavedNorStartsItsBootLoader() {
        for (LightModel model : List.of(new Blink1(), new Blink1Mk1())) {
            everything(model, report -> {
                byte[] bytes = report.payload();
                assertThat(report.transport()).isEqualTo(Transport.HID_FEATURE);
                assertThat(report.reportId()).hasValue(1);
                assertThat(bytes).hasSize(8);
                assertThat("cnPpDl").contains(String.valueOf((char) bytes[0]));
                if (bytes[0] == 'D') {
                    assertThat(bytes[4]).as("keep the colour").isEqualTo((byte) 1);
                }
                if (bytes[0] == 'P') {
                    assertThat((bytes[4] & 0xff) << 8 | bytes[5] & 0xff)
                            .as("a line's time")
                            .isPositive();
                }
            });
        }
    }

    @Test
    void theBlackLineOfABlink1IsNeverUsedForAColour() {
        everything(new Blink1(), report -> {
            byte[] bytes = report.payload();
            if (bytes[0] == 'P' && bytes[6] == 31) {
                assertThat(new byte[] {bytes[1], bytes[2], bytes[3]}).containsOnly(0);
            }
        });
    }

    @Test
    void luxaforGetsNothingButStaticFadeAndStrobe() {
        everything(new Luxafor(), report -> {
            byte[] bytes = report.payload();
            assertThat(report.reportId()).hasValue(0);
            assertThat(bytes).hasSize(8);
            assertThat((int) bytes[0]).isBetween(1, 3);
            assertThat(bytes[1]).isEqualTo((byte) 0xff);
        });
    }

    @Test
    void serialLinesAreNeverAFirmwareUpdateAndNeverTooLong() {
        everything(new AmpelSerial(), report -> {
            assertThat(report.text())
                    .matches("(#[0-9A-F]{6}|B(#[0-9A-F]{6}-[0-9]{4}){2,4}|F[0-9]{4}|L[0-9]{3}|W[0-9]{3}|G)\n");
            assertThat(report.text()).hasSizeLessThanOrEqualTo(61).doesNotContain("P");
        });
    }

    @Test
    void playedEffectsWriteAFewTimesASecondAtMost() {
        for (LightModel model : new Catalogue().models()) {
            for (Effect effect : Effect.values()) {
                var program = model.encode(new LightCommand(Colour.RED, effect));
                if (program.isPlayed()) {
                    Duration turn =
                            program.steps().stream().map(step -> step.hold()).reduce(Duration.ZERO, Duration::plus);
                    assertThat(program.reports().size() * 1000L / turn.toMillis())
                            .as(model.key() + " " + effect.word())
                            .isLessThanOrEqualTo(4);
                }
            }
        }
    }
}
