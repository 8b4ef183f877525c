package app.ampel;

import app.ampel.adapter.files.SavedStatusFile;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.session.AwakeTime;
import app.ampel.adapter.os.session.Uptime;
import app.ampel.service.engine.ClockTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Where and when a program runs.
 *
 * @param clock what the core lives by
 * @param speed seconds of {@code clock} in a real second
 * @param zone the time zone of now
 * @param mode whether it is the demo; whoever has to know asks this, and nothing else
 */
record Environment(Folders folders, Clock clock, double speed, Supplier<ZoneId> zone, Mode mode) {

    enum Mode {
        /** A user's own day, tenant and computer. */
        REAL,
        /** A day that is made up: nobody puts its clock right, its computer does not sleep, and nobody wants it every morning. */
        DEMO
    }

    Environment {
        Objects.requireNonNull(folders);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(zone);
        if (mode == Mode.REAL && speed != 1) {
            throw new IllegalArgumentException("a real day takes a day");
        }
    }

    static Environment real(Folders folders, Supplier<ZoneId> zone) {
        return new Environment(folders, Clock.systemUTC(), 1, zone, Mode.REAL);
    }

    boolean isDemo() {
        return mode == Mode.DEMO;
    }

    /** Time for whoever lives by the core's clock, with tasks on {@code thread}. */
    ClockTimeline timeline(ScheduledExecutorService thread) {
        AwakeTime awake = AwakeTime.ofThisComputer();
        return switch (mode) {
            case REAL ->
                new ClockTimeline(
                        clock, speed, thread, Uptime.ofThisComputer(), () -> Duration.ofNanos(awake.getAsLong()));
            case DEMO -> ClockTimeline.steady(clock, speed, thread);
        };
    }

    /** Where the status set by hand is kept. */
    SavedStatusFile manuals(Executor files) {
        Uptime uptime = Uptime.ofThisComputer();
        Supplier<Optional<String>> boot = switch (mode) {
            case REAL -> uptime::boot;
            case DEMO -> Optional::empty;
        };
        return new SavedStatusFile(folders.manual(), clock, uptime, boot, files);
    }
}
