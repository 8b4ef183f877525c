package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FirstRunOnComputerTest {

    @TempDir
    private Path folder;

    private Folders folders;

    @BeforeEach
    void make() throws IOException {
        folders = new Folders(Files.createDirectory(folder.resolve("home")), folder.resolve("machine.json"), List.of());
    }

    private FirstRunOnComputer firstRun(List<String> java) {
        Installation installation = new Installation(Optional.empty(), java);
        return new FirstRunOnComputer(folders, installation, Autostart.of(installation, folders));
    }

    private FirstRunOnComputer firstRun() {
        return firstRun(List.of("true"));
    }

    @Test
    void isOverOnceSomebodyHasBeenThroughItAlsoAfterTheNextStart() {
        FirstRunOnComputer first = firstRun();
        assertThat(first.isOver()).isFalse();
        first.over();
        assertThat(first.isOver()).isTrue();
        assertThat(firstRun().isOver()).isTrue();
    }

    @Test
    void isOverForWhoSignedInByACommand() throws IOException {
        Files.writeString(folders.state(), "{}");
        assertThat(firstRun().isOver()).isTrue();
    }

    @Test
    void cannotStartWithTheSessionWhatIsNotInstalled() {
        assertThat(firstRun().canStartWithSession()).isFalse();
        assertThat(firstRun().startWithSession(true)).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void startsTheDemoUnlessItRuns() throws IOException {
        Path script = Files.writeString(folder.resolve("demo.sh"), "exec tail -f /dev/null");
        FirstRunOnComputer first = firstRun(List.of("sh", script.toString()));
        Set<ProcessHandle> before = children();
        try {
            assertThat(first.startDemo()).isTrue();
            assertThat(first.startDemo()).isTrue();
            assertThat(started(before)).hasSize(1);
        } finally {
            started(before).forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(firstRun(List.of("no-such-program-anywhere")).startDemo()).isFalse();
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private static Set<ProcessHandle> started(Set<ProcessHandle> before) {
        Set<ProcessHandle> now = children();
        now.removeAll(before);
        return now;
    }
}
