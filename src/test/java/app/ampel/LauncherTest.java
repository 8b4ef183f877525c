package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/ampel} in a folder of its own, with a Java that only says how it was called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is bin\\ampel.cmd")
class LauncherTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        place("packaging/launcher/ampel", "bin/ampel");
        place("packaging/launcher/archive", "lib/archive");
        place("packaging/launcher/jvm.options", "lib/jvm.options");
        Path java = folder.resolve("java/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        executable(java);
    }

    private void place(String from, String to) throws IOException {
        Path file = folder.resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of(from), file, StandardCopyOption.REPLACE_EXISTING);
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> run(Path program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().remove("AMPEL_JVM_OPTIONS");
        Process process = builder.redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", said).isZero();
        return said;
    }

    @Test
    void handsOnWhatIsTyped() throws Exception {
        assertThat(run(folder.resolve("bin/ampel"), "set", "in a call"))
                .startsWith("@" + lib() + "/jvm.options")
                .endsWith("-cp", lib() + "/*", "app.ampel.Main", "set", "in a call")
                .noneMatch(argument -> argument.startsWith("-XX:SharedArchiveFile"));
    }

    @Test
    void usesTheClassesThatWereMadeReady() throws Exception {
        assertThat(run(folder.resolve("lib/archive")))
                .contains("-XX:ArchiveClassesAtExit=" + lib() + "/ampel.jsa", lib() + "/ampel.classes");
        Files.createFile(folder.resolve("lib/ampel.jsa"));
        assertThat(run(folder.resolve("bin/ampel"))).contains("-XX:SharedArchiveFile=" + lib() + "/ampel.jsa");
    }

    private String lib() throws IOException {
        return folder.resolve("lib").toRealPath().toString();
    }
}
