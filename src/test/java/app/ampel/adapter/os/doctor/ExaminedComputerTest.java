package app.ampel.adapter.os.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.service.doctor.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExaminedComputerTest {

    @TempDir
    private Path folder;

    private Folders folders() {
        return new Folders(folder.resolve("home"), folder.resolve("machine.json"), List.of());
    }

    private ExaminedComputer computer(Map<String, String> env) {
        return new ExaminedComputer(
                folders(),
                Autostart.of(Installation.of(ExaminedComputerTest.class), folders()),
                () -> "1.2.3",
                new ExaminedComputer.Rules(Path.of("/etc/udev/rules.d/00-not-ampels.rules"), () -> "KERNEL==\"x\"\n"),
                env);
    }

    private ExaminedComputer computer() {
        return computer(Map.of());
    }

    @Nested
    class TheHome {

        @Test
        void thatIsNotThereYetCanBeMade() throws IOException {
            Fact.Home home = computer().home();
            assertThat(home.folder()).isEqualTo(folder.resolve("home").toString());
            assertThat(home.writable()).isTrue();
            assertThat(home.free()).isPositive();
            assertThat(folder.resolve("home")).doesNotExist();
        }

        @Test
        void thatCannotBeMadeIsSaidToBeSo() throws IOException {
            Files.writeString(folder.resolve("home"), "a file is in the way");
            assertThat(computer().home().writable()).isFalse();
        }

        @Test
        void isClosedToOthersOrSaidNotToBe() throws IOException {
            OwnerOnly.createFolder(folder.resolve("home"));
            assertThat(computer().home().ownerOnly()).isTrue();
        }
    }

    @Nested
    class TheMachine {

        @Test
        void hasItsNameFromTheEnvironmentWithoutAskingTheNetwork() throws IOException {
            Fact.Machine machine = computer(Map.of(
                            "HOSTNAME", "zimt-nb-0815", "XDG_CURRENT_DESKTOP", "GNOME", "XDG_SESSION_TYPE", "wayland"))
                    .machine();
            assertThat(machine.host()).isEqualTo("zimt-nb-0815");
            assertThat(machine.desktop()).isEqualTo("GNOME wayland");
            assertThat(machine.ampel()).isEqualTo("1.2.3");
        }

        @Test
        void mayHaveNoDesktop() throws IOException {
            assertThat(computer().machine().desktop()).isEmpty();
            assertThat(computer().desktop()).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void rulesThatAreNotInstalledAreMissing() throws IOException {
        assertThat(computer().rules()).isEqualTo(new Fact.Rules(Fact.Rules.State.MISSING));
    }

    @Nested
    class TheLog {

        @Test
        void isNothingWhereThereIsNone() throws IOException {
            assertThat(computer().log()).isEmpty();
        }

        @Test
        void endsWithTheNewestLineAndIsNotReadAsAWhole() throws IOException {
            Files.createDirectories(folders().log());
            Path file = folders().log().resolve("ampel.log");
            ExaminedComputer computer = computer();
            long before = computer.logStamp();
            Files.write(
                    file,
                    IntStream.rangeClosed(1, 2000)
                            .mapToObj(line -> "line " + line)
                            .toList(),
                    StandardCharsets.UTF_8);
            assertThat(computer.log()).hasSize(500).last().isEqualTo("line 2000");
            assertThat(computer.logStamp()).isNotEqualTo(before);
        }
    }
}
