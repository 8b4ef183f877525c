package app.ampel.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Time by a clock that may run faster than the real one, as in the demo.
 *
 * @param speed seconds of {@code clock} per real second
 * @param thread the core's
 */
public record ClockTimeline(Clock clock, double speed, ScheduledExecutorService thread) implements Timeline {

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
