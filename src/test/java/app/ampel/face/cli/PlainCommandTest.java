package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.Fork;
import app.ampel.adapter.os.StandardOutput;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.log.Logging;
import app.ampel.adapter.os.session.LocalZone;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.light.LightModel;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightsService;
import app.ampel.service.settings.SettingsStore;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
            "com.sun.jna.",
            "app.ampel.service.people.",
            "app.ampel.domain.people.",
            "app.ampel.service.lights.manager.LightManager",
            "app.ampel.service.lights.LightsPorts",
            "app.ampel.service.lights.TemplateDraft");

    /** Another process. */
    static final class Main {
        public static void main(String[] arguments) {
            System.exit(new Cli(
                            Console.ofThisProcess(LocalZone.ofThisComputer(), page -> false, text -> false),
                            new Nothing())
                    .run(arguments));
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
                        HomeSocket.listen(home.folders(), lock),
                        new FakeServices(home.folders()).services(),
                        Home.words(),
                        () -> ZoneOffset.UTC)) {
            assertThat(server).isNotNull();
            Fork.Result result = run(home, "status", "--json");
            assertLight(result);
            assertThat(result.exit()).isZero();
            assertThat(result.output()).contains("{\"reading\":{\"kind\":\"known\"");
        }
    }

    /** A program of which nobody may need more than where it is. */
    private static final class Nothing implements CommandPorts {

        @Override
        public boolean isOutputPipe() {
            return StandardOutput.isPipe();
        }

        @Override
        public boolean isErrorTerminal() {
            return false;
        }

        @Override
        public BooleanSupplier outputIsRead(Folders folders) {
            return StandardOutput::isRead;
        }

        @Override
        public void startLog(Folders folders) throws IOException {
            Logging.start(folders);
        }

        @Override
        public Optional<SocketChannel> connect(Folders folders, Consumer<Path> foreign) {
            return HomeSocket.connect(folders, foreign);
        }

        @Override
        public int run(RunOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int demo(DemoOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SettingsStore settings(Folders folders, Clock clock) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forgetPresence(Folders folders) {
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
        public LightsService lights(Folders folders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LightsService lights(Folders folders, SettingsStore settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T people(
                Folders folders, SettingsStore settings, Consumer<SignInPrompt> prompt, PeopleWork<T> work) {
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
    }
}
