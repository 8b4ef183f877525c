package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.Fork;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightModel;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightBus;
import app.ampel.service.lights.Lights;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain command loads, in a JVM of its own. */
class PlainCommandTest {

    private static final List<String> HEAVY = List.of(
            "ch.qos.logback.",
            "org.slf4j.",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.microsoft.",
            "okhttp3.",
            "kotlin.",
            "javafx.",
            "java.awt.",
            "org.hid4java.",
            "com.fazecast.",
            "com.sun.jna.");

    /** Another process. */
    static final class Main {
        public static void main(String[] arguments) {
            System.exit(new Cli(Console.ofThisProcess(), new Nothing()).run(arguments));
        }
    }

    private static Fork.Result run(Home home, String... arguments) throws Exception {
        return Fork.run(
                List.of("-Xlog:class+load"),
                Map.of(
                        "AMPEL_HOME",
                        home.folders().home().toString(),
                        "XDG_RUNTIME_DIR",
                        home.folder().resolve("run").toString()),
                Main.class,
                arguments);
    }

    private static void assertLight(Fork.Result result) {
        assertThat(result.output()).contains("picocli.CommandLine");
        assertThat(result.output().lines().filter(line -> line.contains("[class,load]")))
                .noneMatch(line -> HEAVY.stream().anyMatch(heavy -> line.contains(" " + heavy)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "status", "set in-a-call", "sign-in --help", "statsu"})
    void isLight(String line) throws Exception {
        try (Home home = new Home()) {
            assertLight(run(home, line.split(" ")));
        }
    }

    @Test
    void isLightWhenTheProgramAnswers() throws Exception {
        try (Home home = new Home();
                InstanceLock lock = InstanceLock.tryTake(home.folders()).orElseThrow();
                ControlServer server = ControlServer.start(
                        home.folders(), lock, new FakeHost(home.folders()), Home.words(), () -> ZoneOffset.UTC)) {
            assertThat(server).isNotNull();
            Fork.Result result = run(home, "status", "--json");
            assertLight(result);
            assertThat(result.exit()).isZero();
            assertThat(result.output()).contains("{\"reading\":{\"kind\":\"known\"");
        }
    }

    /** A program that nobody may need. */
    private static final class Nothing implements CommandPorts {

        @Override
        public int run(RunOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int demo(DemoOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Account openAccount(Folders folders, Registration registration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Diagnosis doctor(Folders folders, Fact.Program.Talk talk) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Ports serialPorts(Folders folders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Lights trial(Folders folders, AddedLight light) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LightBus.Found> lights(Folders folders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LightModel> models() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LightModel> model(String keyNameOrId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String udevRules(Folders folders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UdevInstaller.Outcome installUdevRules(Folders folders) {
            throw new UnsupportedOperationException();
        }
    }
}
