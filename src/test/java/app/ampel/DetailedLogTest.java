package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole day of the demo with its sign-in and its notes, in a process of its own, as its log tells it in detail. */
class DetailedLogTest {

    private static final String NOTE_SENT = "POST graph.microsoft.com …/setStatusMessage: 200";

    @TempDir
    private Path home;

    private String log() throws IOException {
        return Files.readString(home.resolve("log/ampel.log"));
    }

    /** What it prints, up to the note to colleagues. */
    private List<String> runUntilTheNote() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=en"));
        // The tests' own logback-test.xml would come first; the program knows none.
        command.add("-Dlogback.configurationFile=logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("--home", home.toString(), "demo", "--headless", "--speed", "600"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().putAll(Map.of("NO_COLOR", "1"));
        Process demo = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.contains("with a note to colleagues")) {
                    await().atMost(Duration.ofMinutes(1)).until(() -> log().contains(NOTE_SENT));
                    // By its handle, so that what it says at the end can still be read.
                    demo.toHandle().destroy();
                }
            }
        }
        return said;
    }

    @Test
    void saysWhatHappensAndNothingThatIsPrivate() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"version\": 1, \"log\": \"detailed\"}");
        List<String> said = runUntilTheNote();
        String code = said.stream()
                .dropWhile(line -> !line.contains("enter this code"))
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(code).hasSizeGreaterThan(5);
        assertThat(said).anyMatch(line -> line.contains("with a note to colleagues"));
        assertThat(log())
                .contains("DEBUG", "Wanted: SetManual", NOTE_SENT, "Now: known")
                .doesNotContainIgnoringCase("muster")
                .doesNotContainIgnoringCase("minutes of the weekly")
                .doesNotContain("Kim", "eyJ", "Bearer", code)
                .doesNotContain("0e6f3a52", "5b1d2c1e", "a3be11ca");
    }
}
