package app.ampel.face.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.FakeServices;
import app.ampel.face.control.Home;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Where what is printed goes. The commands run in a JVM of their own, whose output leads where the test wants it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is there only")
class OutputTest {

    private final Home home = new Home();
    private FakeServices host;
    private InstanceLock lock;
    private ControlServer server;

    @BeforeEach
    void start() throws Exception {
        lock = InstanceLock.tryTake(home.folders()).orElseThrow();
        host = new FakeServices(home.folders());
        server = ControlServer.start(
                HomeSocket.listen(home.folders(), lock), host.services(), Home.words(), () -> ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        server.close();
        lock.close();
        home.close();
    }

    private Process ampel(Redirect output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlainCommandTest.Main.class.getName(),
                "--home",
                home.folders().home().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output);
        builder.environment()
                .put("XDG_RUNTIME_DIR", home.folder().resolve("run").toString());
        return builder.start();
    }

    private static BufferedReader read(java.io.InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    @Test
    void whoeverWatchesForNobodyEndsWithoutNews() throws Exception {
        Process watching = ampel(Redirect.PIPE, "status", "--watch");
        BufferedReader out = read(watching.getInputStream());
        assertThat(out.readLine()).isEqualTo("In a meeting. No light.");
        out.close();
        // Nothing happens any more that would have to be printed.
        assertThat(watching.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(read(watching.getErrorStream()).lines()).isEmpty();
    }

    @Test
    void whoeverIsReadWatchesOn() throws Exception {
        Process watching = ampel(Redirect.PIPE, "status", "--watch");
        try (BufferedReader out = read(watching.getInputStream())) {
            assertThat(out.readLine()).isEqualTo("In a meeting. No light.");
            // Longer than between two looks at whether somebody reads.
            assertThat(watching.waitFor(3, TimeUnit.SECONDS)).isFalse();
        } finally {
            watching.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status --json",
                "status --watch",
                "set busy",
                "lights",
                "lights ports",
                "doctor",
                "help",
                "version",
                "set --help"
            })
    void aFullDiskIsAFailure(String line) throws Exception {
        Process full = ampel(Redirect.to(new File("/dev/full")), line.split(" "));
        assertThat(full.waitFor()).isEqualTo(ExitCode.FAILED);
        assertThat(read(full.getErrorStream()).lines())
                .containsExactly("Not all of the answer could be written. Is the disk full, or the output closed?");
    }

    private static Stream<String> commands() {
        try (Home anywhere = new Home()) {
            return below(new Typed(anywhere.folders()).cli().commands(List.of()));
        }
    }

    private static Stream<String> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec().qualifiedName()),
                command.getSubcommands().values().stream().flatMap(OutputTest::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandSucceedsThatCouldNotAnswer(String command) {
        Typed typed = new Typed(home.folders());
        typed.full = true;
        assertThat(typed.ampel((command.replaceFirst("^ampel ?", "") + " --help")
                        .strip()
                        .split(" ")))
                .isEqualTo(ExitCode.FAILED);
    }

    /** As /dev/full is. */
    static PrintStream full() {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("no space");
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    @Test
    void aWorseExitCodeStays() {
        Typed typed = new Typed(home.folders());
        typed.full = true;
        assertThat(typed.ampel("statsu")).isEqualTo(ExitCode.USAGE);
    }
}
