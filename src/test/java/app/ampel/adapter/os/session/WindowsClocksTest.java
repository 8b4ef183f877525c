package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.os.WindowsSystem;
import app.ampel.adapter.os.programs.ProgramText;
import com.sun.jna.ptr.LongByReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fed with what Windows documents; tried on no Windows. */
class WindowsClocksTest {

    /** Two hours after the start, of which it has slept half an hour. */
    private static final class MadeUpWindows implements WindowsSystem.Kernel32 {
        boolean fails;

        @Override
        public long GetTickCount64() {
            return Duration.ofHours(2).toMillis();
        }

        @Override
        public boolean QueryUnbiasedInterruptTime(LongByReference time) {
            time.setValue(Duration.ofMinutes(90).toNanos() / 100);
            return !fails;
        }

        @Override
        public int SetThreadExecutionState(int flags) {
            return 0;
        }

        @Override
        public int GetConsoleOutputCP() {
            return 0;
        }

        @Override
        public int GetOEMCP() {
            return 850;
        }
    }

    private final MadeUpWindows windows = new MadeUpWindows();

    @Test
    void theComputerHasBeenUpWithItsSleep() {
        assertThat(new Uptime(Path.of("/nowhere"), Clock.systemUTC(), () -> 0, Optional.of(windows)).get())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void andAwakeWithoutIt() {
        assertThat(new AwakeTime(Optional.of(windows), () -> 7).getAsLong())
                .isEqualTo(Duration.ofMinutes(90).toNanos());
    }

    @Test
    void whereWindowsDoesNotSayJavasClockIsWhatThereIs() {
        windows.fails = true;
        assertThat(new AwakeTime(Optional.of(windows), () -> 7).getAsLong()).isEqualTo(7);
        assertThat(new AwakeTime(Optional.empty(), () -> 7).getAsLong()).isEqualTo(7);
    }

    @Test
    void programsPrintInTheConsolesCodePageElseInTheOldOne() {
        assertThat(ProgramText.windows(Optional.of(windows)).name()).isEqualTo("IBM850");
        assertThat(ProgramText.windows(Optional.empty()).name()).isEqualTo("windows-1252");
    }
}
