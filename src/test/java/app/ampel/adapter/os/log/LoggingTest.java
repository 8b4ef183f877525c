package app.ampel.adapter.os.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.Fork;
import app.ampel.adapter.os.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In a JVM of its own each time: a logger looks at its configuration once. */
class LoggingTest {

    @TempDir
    private Path folder;

    /** Another process. */
    static final class Talker {
        public static void main(String[] arguments) throws IOException {
            if (arguments.length > 1) {
                Logging.start(Folders.of(Optional.of(Path.of(arguments[0]))));
            }
            Logger own = LoggerFactory.getLogger("app.ampel.Talker");
            Logger msal = LoggerFactory.getLogger("com.microsoft.aad.msal4j.X");
            int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
            for (int i = 0; i < lines; i++) {
                own.info("line {} {}", i, "x".repeat(900));
            }
            msal.info("ada@example.org");
            own.debug("not in detail");
            Logging.detailed(true);
            own.debug("in detail");
            msal.debug("ada@example.org");
            Logging.detailed(false);
            own.debug("not in detail");
            msal.warn("something is up");
        }
    }

    private String run(String... more) throws IOException, InterruptedException {
        String[] arguments =
                Stream.concat(Stream.of(folder.toString()), Stream.of(more)).toArray(String[]::new);
        // The tests' own logback-test.xml would come first; the program knows none.
        List<String> asShipped = List.of("-Dlogback.configurationFile=logback.xml");
        Fork.Result result = Fork.run(asShipped, Map.of(), Talker.class, arguments);
        assertThat(result.exit()).isZero();
        return result.output();
    }

    @Test
    void isSilentUntilItIsStarted() throws IOException, InterruptedException {
        assertThat(run()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void goesToTheHomeAndNowhereElse() throws IOException, InterruptedException {
        assertThat(run("1")).isEmpty();
        assertThat(Files.readString(folder.resolve("log/ampel.log")))
                .contains("INFO  main Talker: line 0")
                .contains("WARN  main X: something is up")
                .doesNotContain("ada@example.org");
    }

    @Test
    void saysMoreFromTheMomentItIsToldToButLibrariesNeverDo() throws IOException, InterruptedException {
        run("1");
        assertThat(Files.readString(folder.resolve("log/ampel.log")))
                .contains("DEBUG main Talker: in detail")
                .doesNotContain("not in detail", "ada@example.org");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAlone() throws IOException, InterruptedException {
        run("3000");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log"))))
                .isEqualTo("rwx------");
        for (String name : List.of("ampel.log", "ampel.1.log")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log/" + name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void staysSmallHoweverMuchIsSaid() throws IOException, InterruptedException {
        run("8000");
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            List<Path> logs = files.toList();
            assertThat(logs).hasSizeBetween(2, 4);
            assertThat(logs.stream().mapToLong(path -> path.toFile().length()).sum())
                    .isLessThan(4_400_000);
        }
    }
}
