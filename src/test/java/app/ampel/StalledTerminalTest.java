package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program, whose terminal is held: {@code | less}, Ctrl-S, a journal that hangs. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StalledTerminalTest {

    /** A pipe takes 64 KiB; a screenful is let in, as the program has to begin before somebody holds it. */
    private static final String INTO_A_FULL_PIPE =
            "mkfifo \"$0\" && exec 3<>\"$0\" && head -c 63488 /dev/zero >&3 && exec \"$@\" >\"$0\"";

    @TempDir
    Path folder;

    private List<String> ampel(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--home",
                folder.resolve("home").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private Process start(Path output, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(false)
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(output.toFile());
        builder.environment()
                .put(
                        "XDG_RUNTIME_DIR",
                        Files.createDirectories(folder.resolve("run")).toString());
        return builder.start();
    }

    private JsonNode say(String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said.json");
        Process command = start(said, ampel(words));
        if (!command.waitFor(60, TimeUnit.SECONDS)) {
            command.destroyForcibly();
            return Json.read("{}".getBytes(StandardCharsets.UTF_8)).orElseThrow();
        }
        return Json.read(Files.readAllBytes(said))
                .orElseGet(
                        () -> Json.read("{}".getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    @Test
    void holdsUpNeitherTheStatusNorTheCommands() throws Exception {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", INTO_A_FULL_PIPE, folder.resolve("pipe").toString()));
        command.addAll(ampel("demo", "--headless", "--speed", "1200"));
        Process program = start(folder.resolve("shell.txt"), command);
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> say("status", "--json")
                            .path("reading")
                            .path("kind")
                            .asText()
                            .equals("known"));
            // A day of the demo takes a minute, and says twice as much as the pipe takes.
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(this::printerIsStuck);
            String before = say("status", "--json").path("reading").toString();
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            !say("status", "--json").path("reading").toString().equals(before));
            Process set = start(folder.resolve("set.txt"), ampel("set", "busy", "--for", "1h"));
            assertThat(set.waitFor(60, TimeUnit.SECONDS))
                    .as("a command is answered")
                    .isTrue();
            assertThat(set.exitValue()).isZero();
            assertThat(program.isAlive()).isTrue();
        } finally {
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).as("it ends, too").isTrue();
        }
    }

    /** By what the system says of the program's threads: the one that prints waits for the pipe. */
    private boolean printerIsStuck() throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes.anyMatch(this::isStuck);
        }
    }

    private boolean isStuck(Path process) {
        try {
            if (!process.getFileName().toString().matches("[0-9]+")
                    || !Files.readString(process.resolve("cmdline"))
                            .contains(folder.resolve("home").toString())) {
                return false;
            }
            try (var threads = Files.list(process.resolve("task"))) {
                return threads.anyMatch(StalledTerminalTest::waitsForAPipe);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean waitsForAPipe(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).startsWith("ampel-terminal")
                    && Files.readString(thread.resolve("wchan")).contains("pipe");
        } catch (IOException e) {
            return false;
        }
    }
}
