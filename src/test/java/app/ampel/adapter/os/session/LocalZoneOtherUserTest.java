package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The zone of a real system is changed under a real process, as whoever travels does. Needs root, but no other user: the
 * process sees an {@code /etc} of its own, so that this computer keeps its zone.
 */
@Tag("other-user")
@EnabledOnOs(OS.LINUX)
class LocalZoneOtherUserTest {

    private static final String OWN_ETC = "mount --bind \"$0\" /etc && exec \"$@\"";

    private Path etc;
    private Process process;
    private BufferedReader said;

    @BeforeEach
    void start() throws Exception {
        etc = Files.createTempDirectory("etc");
        assertThat(new ProcessBuilder("cp", "-a", "/etc/.", etc.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        Files.deleteIfExists(etc.resolve("timezone"));
        system("Europe/Berlin");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                OWN_ETC,
                etc.toString(),
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Asked.class.getName()));
        builder.environment().remove("TZ");
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly().onExit().join();
        // Full of links that lead out of it.
        assertThat(new ProcessBuilder("rm", "-rf", etc.toString()).start().waitFor())
                .isZero();
    }

    /** As {@code timedatectl set-timezone} does. */
    private void system(String zone) throws IOException {
        Path fresh = Files.createSymbolicLink(etc.resolve("localtime.new"), Path.of("/usr/share/zoneinfo", zone));
        Files.move(fresh, etc.resolve("localtime"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says which zone it is in, and which hour noon in Greenwich is by it; at each line that it hears it has slept before. */
    static final class Asked {
        public static void main(String[] none) throws IOException {
            LocalZone zone = LocalZone.ofThisComputer();
            do {
                zone.askAgain();
                LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
                System.out.println(zone.get() + " "
                        + noon.atZone(ZoneId.of("UTC"))
                                .withZoneSameInstant(ZoneId.systemDefault())
                                .getHour());
            } while (System.in.read() >= 0);
        }
    }

    private String afterASleep() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return said.readLine();
    }

    @Test
    void theZoneIsTheOneInWhichTheComputerIsByNow() throws IOException {
        assertThat(said.readLine()).isEqualTo("Europe/Berlin 13");
        system("America/New_York");
        assertThat(afterASleep()).isEqualTo("America/New_York 7");
        system("Asia/Kolkata");
        assertThat(afterASleep()).isEqualTo("Asia/Kolkata 17");
        system("Europe/Berlin");
        assertThat(afterASleep()).isEqualTo("Europe/Berlin 13");
    }
}
