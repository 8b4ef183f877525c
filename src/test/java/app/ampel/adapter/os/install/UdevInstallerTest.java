package app.ampel.adapter.os.install;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.UdevOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a pkexec that asks nobody, and an udevadm that writes down what it was told. */
@EnabledOnOs(OS.LINUX)
class UdevInstallerTest {

    @TempDir
    private Path folder;

    private Path told;
    private Path rules;

    @BeforeEach
    void programs() throws IOException {
        told = folder.resolve("told");
        rules = folder.resolve("etc/rules.d/60-ampel.rules");
        program("udevadm", "echo \"$@\" >> " + told);
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private UdevOutcome install(String... asAdministrator) {
        return new UdevInstaller(Optional.of(List.of(asAdministrator))).install(rules, "# rules\nß\n");
    }

    private UdevOutcome installed() {
        return install("/usr/bin/env", "PATH=" + folder.resolve("bin") + ":/usr/bin:/bin");
    }

    @Test
    void theFileIsWrittenForAllToReadAndUdevReadsItAndLooksAgainAtWhatIsPluggedIn() throws IOException {
        assertThat(installed()).isEqualTo(UdevOutcome.DONE);
        assertThat(rules).hasContent("# rules\nß\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rules)))
                .isEqualTo("rw-r--r--");
        assertThat(Files.readAllLines(told))
                .containsExactly(
                        "control --reload", "trigger --action=change --subsystem-match=hidraw --subsystem-match=tty");
        assertThat(rules.resolveSibling("60-ampel.rules.new")).doesNotExist();
    }

    @Test
    void anOlderFileIsReplaced() throws IOException {
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, "# older and longer rules\n");
        assertThat(installed()).isEqualTo(UdevOutcome.DONE);
        assertThat(rules).hasContent("# rules\nß\n");
    }

    @Test
    void withoutPkexecNothingHappens() {
        assertThat(install(folder.resolve("nowhere/pkexec").toString())).isEqualTo(UdevOutcome.NO_PKEXEC);
    }

    @Test
    void aPasswordThatIsNotGivenIsARefusal() throws IOException {
        for (int code : new int[] {126, 127}) {
            assertThat(install(program("pkexec", "exit " + code).toString())).isEqualTo(UdevOutcome.REFUSED);
        }
        assertThat(rules).doesNotExist();
    }

    @Test
    void anUdevThatIsNotThereIsAFailure() throws IOException {
        program("udevadm", "exit 1");
        assertThat(installed()).isEqualTo(UdevOutcome.FAILED);
    }

    @Test
    void otherSystemsNeedNoRules() {
        assertThat(new UdevInstaller(Optional.empty()).install(rules, "")).isEqualTo(UdevOutcome.NOT_NEEDED);
    }
}
