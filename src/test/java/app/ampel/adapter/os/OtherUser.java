package app.ampel.adapter.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another user of the same computer: whom {@code AMPEL_TEST_OTHER_USER} names. The tests have to run as root. */
public final class OtherUser {

    /** Says who it is; the tests that need one are left out where nobody is named. */
    public static final String VARIABLE = "AMPEL_TEST_OTHER_USER";

    private OtherUser() {}

    /** Starts a program as that user. */
    public static Process start(Map<String, String> env, List<String> command) throws IOException {
        String name = System.getenv(VARIABLE);
        List<String> all =
                new ArrayList<>(List.of("setpriv", "--reuid=" + name, "--regid=" + group(name), "--clear-groups"));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().putAll(env);
        return builder.start();
    }

    private static String group(String name) throws IOException {
        return new String(new ProcessBuilder("id", "-g", name)
                        .start()
                        .getInputStream()
                        .readAllBytes())
                .strip();
    }

    /** Runs a program as that user, to its good end; what it printed. */
    public static String run(Map<String, String> env, String... command) throws IOException, InterruptedException {
        Process process = start(env, List.of(command));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** A folder like {@code /tmp}: everybody may make something in it. */
    public static Path shared() throws IOException {
        Path folder = Files.createTempDirectory("s").toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return folder;
    }

    /** From now on it belongs to that user, who lets everybody in. */
    public static void giveAway(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setOwner(
                folder,
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getenv(VARIABLE)));
    }
}
