package app.ampel.adapter.light.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.light.usb.HotPlug;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.model.AmpelSerial;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.service.lights.manager.LightException;
import app.ampel.service.lights.manager.LightLink;
import app.ampel.service.lights.manager.LightManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the manager to the LED's pin: the real jSerialComm and our reference firmware on a simulated ATmega328P. What is
 * expected of the pin follows from firmware-notes/protocol.md.
 */
@Tag("firmware")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SerialFirmwareTest {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);
    private static final LightCommand GREEN = LightCommand.solid(Colour.GREEN);
    private static final String DARK = "#000000";

    @TempDir
    private Path folder;

    private SimulatedUno uno;
    private SerialLibrary library;
    private HotPlug hotPlug;
    private LightManager manager;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        SimulatedUno.build();
    }

    private void plugIn(String led) throws IOException {
        uno = new SimulatedUno(folder.resolve("light"), led);
        library = new SerialLibrary(folder.resolve("native"));
        hotPlug = HotPlug.ofThisComputer();
    }

    private void lit(LightCommand command) throws IOException {
        plugIn("ws2812");
        show(command);
    }

    private void show(LightCommand command) {
        SerialPorts ports = SerialPorts.ofThisComputer(library);
        SerialBus bus = new SerialBus(new Catalogue(), ports, hotPlug, library);
        bus.apply(List.of(
                new SerialBus.Added(ports.addressOf(uno.port().toString()).orElseThrow(), new AmpelSerial())));
        manager = LightManager.onThreads(List.of(bus), model -> Optional.empty());
        manager.show(command);
        manager.start();
    }

    @AfterEach
    void end() throws IOException {
        if (manager != null) {
            manager.close(Duration.ofSeconds(20));
        }
        hotPlug.close();
        uno.close();
        assertThat(uno.badWaves()).isEmpty();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(50));
    }

    private void awaitLit(String colour, LightCommand command) {
        patiently().untilAsserted(() -> {
            assertThat(uno.colour()).isEqualTo(colour);
            assertThat(manager.states()).singleElement().satisfies(state -> {
                assertThat(state.condition()).isEqualTo(Condition.OK);
                assertThat(state.shown()).isEqualTo(command);
            });
        });
    }

    private void awaitCondition(Condition condition) {
        patiently()
                .until(() -> !manager.states().isEmpty()
                        && manager.states().stream().allMatch(state -> state.condition() == condition));
    }

    /** One after the other, with nothing in between. */
    private void awaitSequence(String... colours) {
        patiently().untilAsserted(() -> assertThat(uno.colours()).containsSequence(colours));
    }

    @Nested
    class TheLed {
        @Test
        void showsAColourAndIsDarkAtTheEnd() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            LightCommand amber = LightCommand.solid(Colour.AMBER);
            manager.show(amber);
            awaitLit("#FFBF00", amber);
            manager.show(LightCommand.OFF);
            awaitLit(DARK, LightCommand.OFF);
            manager.show(GREEN);
            awaitLit("#00FF00", GREEN);
            manager.close(Duration.ofSeconds(20));
            await().until(() -> uno.colour().equals(DARK));
        }

        @Test
        void blinks() throws IOException {
            lit(new LightCommand(Colour.RED, Effect.BLINK));
            awaitSequence("#FF0000", DARK, "#FF0000", DARK, "#FF0000");
            manager.show(GREEN);
            awaitLit("#00FF00", GREEN);
        }

        @Test
        void blinksTwiceAndPauses() throws IOException {
            lit(new LightCommand(Colour.WHITE, Effect.DOUBLE_BLINK));
            awaitSequence("#FFFFFF", DARK, "#FFFFFF", DARK, "#FFFFFF", DARK);
        }

        @Test
        void pulsesSoftlyBetweenFullAndDim() throws IOException {
            lit(new LightCommand(Colour.RED, Effect.PULSE));
            patiently().untilAsserted(() -> {
                List<Integer> reds = uno.colours().stream()
                        .map(colour -> Colour.parse(colour).orElseThrow().red())
                        .toList();
                int full = firstFrom(reds, 0, 0xf8, 0xff);
                int dim = firstFrom(reds, full, 0x26, 0x2d);
                int again = firstFrom(reds, dim, 0xf8, 0xff);
                assertThat(reds.subList(full, again)).hasSizeGreaterThan(20).allMatch(red -> red >= 0x26);
            });
        }

        /** Where there is one of {@code least} to {@code most} for the first time. */
        private int firstFrom(List<Integer> reds, int start, int least, int most) {
            for (int i = start; i < reds.size(); i++) {
                if (reds.get(i) >= least && reds.get(i) <= most) {
                    return i;
                }
            }
            throw new AssertionError("not yet");
        }

        @Test
        void isDimmedByItsBrightness() throws IOException, LightException {
            plugIn("ws2812");
            SerialProfile profile = new AmpelSerial().serialProfile().orElseThrow();
            LightLink link = LineClient.begin(
                    profile,
                    new JSerialOpener(library).open(uno.port().toString(), profile),
                    LineClient.Timeouts.USUAL);
            for (String line : List.of("L128\n", "#FF8000\n")) {
                link.send(Report.text(Transport.SERIAL, line));
            }
            link.close();
            await().until(() -> uno.colour().equals("#804000"));
        }

        @Test
        void mayBeACommonRgbLedAsWell() throws IOException {
            plugIn("rgb");
            show(LightCommand.solid(Colour.VIOLET));
            awaitLit("#8000FF", LightCommand.solid(Colour.VIOLET));
            manager.show(new LightCommand(Colour.RED, Effect.BLINK));
            awaitSequence("#FF0000", DARK, "#FF0000");
            manager.close(Duration.ofSeconds(20));
            await().until(() -> uno.colour().equals(DARK));
        }
    }

    @Nested
    class OnABadDay {
        @Test
        void pulledOutItIsGoneAndPluggedInAgainItShowsTheNewestColour() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("unplug");
            awaitCondition(Condition.GONE);
            assertThat(uno.unplugged()).isEqualTo(1);
            manager.show(GREEN);
            uno.tell("plug");
            awaitLit("#00FF00", GREEN);
        }

        @Test
        void aBootLoaderThatSwallowsWhatItHearsIsWaitedFor() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("unplug");
            awaitCondition(Condition.GONE);
            uno.tell("boot 2000");
            awaitLit("#FF0000", RED);
        }

        @Test
        void aBoardThatWasResetIsToldAgain() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("reset");
            awaitSequence("#FF0000", DARK, "#FF0000");
            awaitLit("#FF0000", RED);
        }

        @Test
        void aHungBoardDoesNotAnswerAndIsLitWhenItRunsAgain() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("hang");
            manager.show(GREEN);
            awaitCondition(Condition.NOT_ANSWERING);
            uno.tell("resume");
            awaitLit("#00FF00", GREEN);
        }

        @Test
        void aMuteBoardIsOpenedAnewWhenItSpeaksAgain() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("mute");
            manager.show(GREEN);
            awaitCondition(Condition.NOT_ANSWERING);
            uno.tell("unmute");
            awaitLit("#00FF00", GREEN);
        }

        @Test
        void lateAnswersDoNotConfuseIt() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("hold");
            manager.show(GREEN);
            patiently().until(() -> uno.held() >= 2);
            uno.tell("release");
            awaitLit("#00FF00", GREEN);
            uno.tell("say OK USBLIGHT 1 fw=1.0.0 mcu=atmega328p");
            manager.show(RED);
            awaitLit("#FF0000", RED);
        }

        @Test
        void garbageAndWordsOfItsOwnDoNotConfuseIt() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            for (String word :
                    List.of("noise 00ff0a4f4b0d0afe23", "say OK", "say ERR 3 cmd", "say OK #0000FF", "say !x")) {
                uno.tell(word);
            }
            manager.show(GREEN);
            awaitLit("#00FF00", GREEN);
        }

        @Test
        void garbageOnTheWayToTheBoardIsRefusedAndNeverShown() throws IOException {
            lit(RED);
            awaitLit("#FF0000", RED);
            uno.tell("hear 23303046ff0a4223303046463030");
            manager.show(GREEN);
            awaitLit("#00FF00", GREEN);
            assertThat(uno.colours()).containsExactly(DARK, "#FF0000", "#00FF00");
        }

        @Test
        void whenTheProgramIsKilledTheLightGoesDarkByItself() throws IOException, InterruptedException {
            plugIn("ws2812");
            Process killed = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LitThenKilled.class.getName(),
                            uno.port().toString(),
                            folder.resolve("native").toString())
                    .inheritIO()
                    .start();
            assertThat(killed.waitFor()).isEqualTo(137);
            await().until(() -> uno.colours().equals(List.of(DARK, "#FF0000")));
            uno.tell("hurry");
            patiently().until(() -> uno.colour().equals(DARK));
        }
    }
}
