package app.ampel.adapter.os.session;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.WindowsSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the computer has been up, sleep included, which no correction of its clock changes. Linux says so in
 * {@code /proc/uptime} (the kernel's CLOCK_BOOTTIME), Windows counts its ticks through sleep. Elsewhere it is put together of two clocks: what the wall's moved on
 * counts, as that counts sleep, but never less than the monotonic one; so a clock that is put back is noticed, and one
 * that is put forward is taken for a sleep. Any thread.
 */
public final class Uptime implements Supplier<Duration> {

    private static final Logger LOG = LoggerFactory.getLogger(Uptime.class);

    private final Path proc;
    private final Optional<WindowsSystem.Kernel32> windows;
    private final Clock wall;
    private final LongSupplier nanos;
    private boolean linux;
    private Instant lastWall;
    private long lastNanos;
    private Duration passed = Duration.ZERO;

    Uptime(Path proc, Clock wall, LongSupplier nanos) {
        this(proc, wall, nanos, Optional.empty());
    }

    Uptime(Path proc, Clock wall, LongSupplier nanos, Optional<WindowsSystem.Kernel32> windows) {
        this.proc = proc;
        this.windows = windows;
        this.wall = wall;
        this.nanos = nanos;
        this.linux = Files.isReadable(proc.resolve("uptime"));
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    public static Uptime ofThisComputer() {
        return new Uptime(
                Path.of("/proc"),
                Clock.systemUTC(),
                System::nanoTime,
                OperatingSystem.current() == OperatingSystem.WINDOWS ? WindowsSystem.kernel() : Optional.empty());
    }

    /** Which start of the computer this is; empty where it does not say. */
    public Optional<String> boot() {
        try {
            return Optional.of(
                    Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Duration get() {
        if (windows.isPresent()) {
            return Duration.ofMillis(windows.get().GetTickCount64());
        }
        if (linux) {
            try {
                String seconds = Files.readString(proc.resolve("uptime")).split(" ", 2)[0];
                passed = Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
                lastWall = wall.instant();
                lastNanos = nanos.getAsLong();
                return passed;
            } catch (IOException | NumberFormatException e) {
                LOG.warn("The computer no longer says how long it has been up", e);
                linux = false;
            }
        }
        return estimated();
    }

    private Duration estimated() {
        Instant nowWall = wall.instant();
        long nowNanos = nanos.getAsLong();
        Duration byWall = Duration.between(lastWall, nowWall);
        Duration byNanos = Duration.ofNanos(nowNanos - lastNanos);
        passed = passed.plus(byWall.compareTo(byNanos) > 0 ? byWall : byNanos);
        lastWall = nowWall;
        lastNanos = nowNanos;
        return passed;
    }
}
