package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.adapter.light.serial.PtyCable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rule: in whatever way the program ends, but for being killed hard, the last that a light hears is dark. A real
 * process, and a light that would keep its colour for ever.
 */
@Tag("pty")
class DarkAtTheEndPtyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DARK = "000000";

    @TempDir
    private Path folder;

    private final StringBuffer wire = new StringBuffer();
    private Path home;
    private Path port;
    private PtyCable cable;
    private Process process;

    @BeforeEach
    void plugIn() throws IOException {
        port = folder.resolve("light");
        cable = new PtyCable(port);
        cable.connect(bytes -> wire.append(new String(bytes, StandardCharsets.US_ASCII)));
        home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("settings.json"), """
                {"version": 1, "lights": {"serial": [
                  {"id": "serial:%s", "protocol": "template", "template": "{RR}{GG}{BB}"}]}}
                """.formatted(port));
    }

    @AfterEach
    void pullOut() {
        if (process != null) {
            process.destroyForcibly();
        }
        cable.close();
    }

    private List<String> java(Class<?> main, String... arguments) {
        // Whoever runs the tests may have taken some of them away.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("AMPEL_HOME", home.toString());
        builder.environment().remove("DISPLAY");
        builder.redirectErrorStream(true);
        return builder.start();
    }

    private void run(String... arguments) throws IOException {
        process = start(java(Main.class, arguments));
    }

    private void awaitLit() {
        await().atMost(PATIENCE).until(() -> wire.toString().lines().anyMatch(line -> !line.equals(DARK)));
    }

    private void isDark() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(wire.toString())
                        .as("the last that the light heard")
                        .endsWith(DARK + "\n"));
    }

    private static void signal(String signal, ProcessHandle to) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + signal, Long.toString(to.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void afterASignal(String signal) throws Exception {
        run("run", "--headless");
        awaitLit();
        signal(signal, process.toHandle());
        isDark();
    }

    @Test
    void afterTwoOfThemAtOnce() throws Exception {
        run("run", "--headless");
        awaitLit();
        signal("INT", process.toHandle());
        signal("TERM", process.toHandle());
        isDark();
    }

    @Test
    void afterTheCommandThatStopsIt() throws Exception {
        run("run", "--headless");
        awaitLit();
        Process stop = start(java(Main.class, "stop"));
        assertThat(stop.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        isDark();
    }

    @Test
    void whenItEndsByItself() throws Exception {
        run("demo", "--headless", "--home", home.toString(), "--exit-after", "20s");
        awaitLit();
        isDark();
    }

    @Test
    void whenNobodyReadsWhatItPrintsAndItIsThenStopped() throws Exception {
        run("run", "--headless");
        awaitLit();
        process.getInputStream().close();
        signal("TERM", process.toHandle());
        isDark();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "exits", "is interrupted"})
    void whenItsOwnMain(String what) throws Exception {
        process = start(java(Unlucky.class, what));
        awaitLit();
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        isDark();
    }

    /** The program, with somebody in it who ends it in another way. */
    static final class Unlucky {
        public static void main(String[] how) throws IOException {
            Thread main = Thread.currentThread();
            if (how[0].equals("is interrupted")) {
                new Thread(() -> awaitSign(main::interrupt)).start();
                Main.main(new String[] {"run", "--headless"});
            }
            Thread program = new Thread(() -> Main.main(new String[] {"run", "--headless"}), "program");
            program.setDaemon(true);
            program.start();
            awaitSign(() -> {});
            if (how[0].equals("exits")) {
                System.exit(7);
            }
            throw new IllegalStateException("a bug in main");
        }

        private static void awaitSign(Runnable then) {
            try {
                System.in.read();
                then.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In a terminal of its own, because only there it asks. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void whileALightIsBeingTried(String signal) throws Exception {
        List<String> add = java(Main.class, "lights", "add", port.toString(), "--template", "{RR}{GG}{BB}");
        String line =
                String.join(" ", add.stream().map(word -> "'" + word + "'").toList());
        Files.delete(home.resolve("settings.json"));
        process = start(List.of("script", "-qec", "exec " + line, "/dev/null"));
        await().atMost(PATIENCE).until(() -> wire.toString().contains("FF0000\n"));
        ProcessHandle java = process.descendants()
                .filter(it -> it.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        signal(signal, java);
        isDark();
    }
}
