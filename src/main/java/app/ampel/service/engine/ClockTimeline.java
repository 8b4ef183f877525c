package app.ampel.service.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Time by a clock that may run faster than the real one, as in the demo.
 *
 * @param speed seconds of {@code clock} per real second
 * @param thread the core's
 * @param up how long the computer has been up, sleep included
 * @param awake the same without sleep
 */
public record ClockTimeline(
        Clock clock, double speed, ScheduledExecutorService thread, Supplier<Duration> up, Supplier<Duration> awake)
        implements Timeline {

    /** By a clock that nobody puts right, on a computer that does not sleep. */
    public static ClockTimeline steady(Clock clock, double speed, ScheduledExecutorService thread) {
        Supplier<Duration> up = () -> Duration.between(Instant.EPOCH, clock.instant());
        return new ClockTimeline(clock, speed, thread, up, up);
    }

    @Override
    public Moment moment() {
        return new Moment(clock.instant(), up.get(), awake.get());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Runnable at(Instant when, Runnable task) {
        double wait = Math.max(0, Duration.between(now(), when).toMillis()) / speed;
        // A millisecond more than computed, so that the time has come when the task runs.
        ScheduledFuture<?> planned = thread.schedule(task, (long) Math.ceil(wait) + 1, TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }
}
