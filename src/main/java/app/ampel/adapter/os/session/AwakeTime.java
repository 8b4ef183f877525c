package app.ampel.adapter.os.session;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.WindowsSystem;
import app.ampel.adapter.os.files.NativeLibraries;
import com.sun.jna.ptr.LongByReference;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long the computer has been awake, in nanoseconds from some moment on: a clock that stands still while it sleeps and
 * that no correction changes. {@link System#nanoTime} is one on Linux (CLOCK_MONOTONIC) and macOS (mach_absolute_time); on
 * Windows it goes on through sleep, so Windows is asked for its unbiased interrupt time. Any thread.
 */
public final class AwakeTime implements LongSupplier {

    private static final long UNIT = 100;

    private final Optional<WindowsSystem.Kernel32> windows;
    private final LongSupplier nanos;

    public AwakeTime(Optional<WindowsSystem.Kernel32> windows, LongSupplier nanos) {
        this.windows = windows;
        this.nanos = nanos;
    }

    public static AwakeTime ofThisComputer() {
        return new AwakeTime(
                OperatingSystem.current() == OperatingSystem.WINDOWS ? WindowsSystem.kernel() : Optional.empty(),
                System::nanoTime);
    }

    @Override
    public long getAsLong() {
        return windows.flatMap(AwakeTime::unbiased).orElseGet(nanos::getAsLong);
    }

    /** Nobody but Windows needs native memory for the time, which there may be none of: see {@link NativeLibraries}. */
    private static Optional<Long> unbiased(WindowsSystem.Kernel32 kernel) {
        LongByReference time = new LongByReference();
        return kernel.QueryUnbiasedInterruptTime(time) ? Optional.of(time.getValue() * UNIT) : Optional.empty();
    }
}
