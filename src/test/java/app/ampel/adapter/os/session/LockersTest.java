package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
@EnabledOnOs(OS.LINUX)
class LockersTest {

    @TempDir
    private Path folder;

    /** Whatever else runs on this computer is called otherwise. */
    private Process start(String name) throws IOException {
        Path program = folder.resolve(name);
        Files.copy(Path.of("/bin/sleep"), program);
        return new ProcessBuilder(program.toString(), "60").start();
    }

    @Test
    void isThereOnlyWhileItRuns() throws Exception {
        Lockers lockers = new Lockers(Path.of("/proc"), Set.of("ampel-locker"));
        assertThat(lockers.getAsBoolean()).isFalse();
        Process locker = start("ampel-locker");
        try {
            await().until(lockers::getAsBoolean);
        } finally {
            locker.destroyForcibly().waitFor();
        }
        assertThat(lockers.getAsBoolean()).isFalse();
    }

    @Test
    void isNotTakenForAnotherWhoseNameOnlyBeginsLikeIt() throws Exception {
        Process daemon = start("ampel-lockerd");
        try {
            await().until(new Lockers(Path.of("/proc"), Set.of("ampel-lockerd"))::getAsBoolean);
            assertThat(new Lockers(Path.of("/proc"), Set.of("ampel-locker")).getAsBoolean())
                    .isFalse();
        } finally {
            daemon.destroyForcibly().waitFor();
        }
    }

    @Test
    void ofSomebodyElseCountsOnlyWhenThisUserHasLoggedInToStartIt() throws IOException {
        Path proc = Files.createDirectory(folder.resolve("proc"));
        Path process = Files.createDirectory(proc.resolve("4711"));
        Files.writeString(process.resolve("comm"), "slock\n");
        assertThat(new Lockers(proc, Lockers.NAMES).getAsBoolean()).isTrue();
        assertThat(new Lockers(folder.resolve("nothing"), Lockers.NAMES).getAsBoolean())
                .isFalse();
    }

    @Test
    void namesAreNoLongerThanTheKernelTells() {
        assertThat(Lockers.NAMES).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(15));
    }
}
