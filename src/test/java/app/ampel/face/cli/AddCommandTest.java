package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.LineTemplate;
import app.ampel.domain.light.SerialProtocol;
import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Adding a serial light, with and without somebody before it. */
class AddCommandTest {

    private static final String ID = "0403:6001:A1";
    private static final AddedLight AMPEL = new AddedLight(ID, new SerialProtocol.Ampel());
    private static final AddedLight WLED = new AddedLight(ID, new SerialProtocol.Wled());

    private final Home home = new Home();
    private final Typed typed = new Typed(home.folders());

    @BeforeEach
    void plugIn() {
        typed.program.computer.ports.add(Snapshots.port("/dev/ttyUSB0", "FT232R", Optional.of(ID)));
    }

    @AfterEach
    void remove() {
        home.close();
    }

    private int add(String... options) {
        String[] line = new String[3 + options.length];
        System.arraycopy(new String[] {"lights", "add", "/dev/ttyUSB0"}, 0, line, 0, 3);
        System.arraycopy(options, 0, line, 3, options.length);
        return typed.ampel(line);
    }

    private List<AddedLight> kept() {
        return SettingsFiles.open(home.folders(), Clock.systemUTC()).settings().serialLights();
    }

    @Nested
    class WhereNobodySitsAtATerminal {

        @Test
        void itIsAddedAtOnce() {
            assertThat(add()).isZero();
            assertThat(typed.program.computer.tried).isEmpty();
            assertThat(kept()).containsExactly(AMPEL);
        }

        @Test
        void aWledThatCannotAnswerIsNotAskedAndNothingElseIsAskedAtAll() {
            assertThat(add("--protocol", "wled", "--unasked")).isZero();
            assertThat(kept()).containsExactly(new AddedLight(ID, new SerialProtocol.Wled(false)));
            assertThat(add("--unasked")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.err()).contains("--unasked goes with --protocol wled");
            assertThat(add("--template", "{r}", "--unasked")).isEqualTo(ExitCode.USAGE);
        }

        @Test
        void itIsKeptWithWhatItSpeaks() {
            assertThat(add("--protocol", "wled")).isZero();
            assertThat(kept()).containsExactly(WLED);
            assertThat(add("--protocol", "ampel")).isZero();
            assertThat(kept()).containsExactly(AMPEL);
        }

        @Test
        void textsOfOnesOwnAreKeptWithEverythingAboutThem() {
            assertThat(add(
                            "--template",
                            "C{RR}{GG}{BB}",
                            "--off",
                            "X",
                            "--when",
                            "in-a-call=CALL=1",
                            "--line-end",
                            "crlf",
                            "--baud",
                            "57600",
                            "--dtr",
                            "off",
                            "--rts",
                            "on",
                            "--expect",
                            "^OK"))
                    .isZero();
            assertThat(kept())
                    .containsExactly(new AddedLight(
                            ID,
                            new SerialProtocol.Template(
                                    new LineTemplate("C{RR}{GG}{BB}"),
                                    Optional.of(new LineTemplate("X")),
                                    Map.of("in-a-call", new LineTemplate("CALL=1")),
                                    LineEnd.CRLF,
                                    57_600,
                                    false,
                                    true,
                                    Optional.of("^OK"))));
        }

        @Test
        void aPresetIsABeginningThatOptionsChange() {
            assertThat(add("--preset", "presencelight", "--baud", "115200")).isZero();
            assertThat(kept())
                    .containsExactly(new AddedLight(
                            ID,
                            new SerialProtocol.Template(
                                    new LineTemplate("{state}"),
                                    Optional.of(new LineTemplate("offline")),
                                    Map.of(),
                                    LineEnd.LF,
                                    115_200,
                                    true,
                                    false,
                                    Optional.empty())));
        }
    }

    @Nested
    class WhereSomebodySitsBeforeIt {

        @BeforeEach
        void sit() {
            typed.typed = new ArrayDeque<>();
        }

        @Test
        void itIsLitRedAndAddedAfterAYes() {
            typed.typed.add("perhaps");
            typed.typed.add(" Y ");
            assertThat(add("--protocol", "wled")).isZero();
            assertThat(typed.program.computer.tried).containsExactly(WLED);
            assertThat(typed.program.computer.trial.shown).containsExactly(LightCommand.solid(Colour.RED));
            assertThat(typed.program.computer.trial.closed).isPositive();
            assertThat(typed.out()).contains("Is it red now? (y/n)").contains("is now a light of yours");
            assertThat(kept()).containsExactly(WLED);
        }

        @Test
        void aNoForgetsItAgainAndSaysWhatToTry() {
            add("--yes");
            typed.typed.add("n");
            assertThat(add("--preset", "arduino-hex")).isEqualTo(ExitCode.FAILED);
            assertThat(typed.out()).contains("It was not added.").contains("--line-end");
            assertThat(typed.program.computer.trial.closed).isPositive();
            assertThat(kept()).isEmpty();
        }

        @Test
        void theEndOfTheInputIsANo() {
            assertThat(add()).isEqualTo(ExitCode.FAILED);
            assertThat(kept()).isEmpty();
        }

        @Test
        void aLightThatCannotBeLitIsNotAskedAbout() {
            typed.typed.add("y");
            typed.program.computer.trial.condition = Condition.NO_PERMISSION;
            typed.program.computer.trial.hint = Optional.of(new Hint("light.hint.group", "dialout"));
            assertThat(add()).isEqualTo(ExitCode.FAILED);
            assertThat(typed.err())
                    .startsWith("The light could not be lit, so it was not added.")
                    .contains("sudo usermod -aG dialout $USER");
            assertThat(typed.typed).hasSize(1);
            assertThat(typed.program.computer.trial.closed).isPositive();
            assertThat(kept()).isEmpty();
        }

        @Test
        void oneThatIsSilentIsSaidWithWhatToTryAndWhatWasAddedBeforeStays() {
            add("--yes", "--preset", "arduino-rgb");
            List<AddedLight> before = kept();
            typed.program.computer.trial.condition = Condition.NOT_ANSWERING;
            assertThat(add("--protocol", "wled")).isEqualTo(ExitCode.FAILED);
            assertThat(typed.err())
                    .startsWith("The light could not be lit, so it was not added. Nothing that was expected came back.")
                    .contains("WLED's own app");
            assertThat(kept()).isEqualTo(before).hasSize(1);
        }

        @Test
        void yesOnTheCommandLineAsksNothing() {
            assertThat(add("--yes")).isZero();
            assertThat(typed.program.computer.tried).isEmpty();
            assertThat(kept()).containsExactly(AMPEL);
        }

        @Test
        void aPortThatIsNotThereIsSaidBeforeAnythingIsTried() {
            assertThat(typed.ampel("lights", "add", "/dev/ttyUSB1")).isEqualTo(ExitCode.USAGE);
            assertThat(typed.program.computer.tried).isEmpty();
        }
    }

    @Nested
    class WhileAmpelRuns {

        private FakeServices host;
        private ControlServer server;
        private InstanceLock lock;

        @BeforeEach
        void run() throws Exception {
            lock = InstanceLock.tryTake(home.folders()).orElseThrow();
            host = new FakeServices(home.folders());
            host.computer.ports.addAll(typed.program.computer.ports);
            server = ControlServer.start(
                    HomeSocket.listen(home.folders(), lock), host.services(), Home.words(), () -> ZoneOffset.UTC);
            typed.typed = new ArrayDeque<>();
        }

        @AfterEach
        void stop() {
            server.close();
            lock.close();
        }

        @Test
        void itLetsGoOfTheLightForTheTrialAndTakesItBack() {
            add("--yes");
            typed.typed.add("yes");
            assertThat(add("--protocol", "wled")).isZero();
            assertThat(host.serial).containsExactly(List.of(AMPEL), List.of(), List.of(WLED));
        }
    }
}
