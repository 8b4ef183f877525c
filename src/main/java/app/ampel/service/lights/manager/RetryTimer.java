package app.ampel.service.lights.manager;

import app.ampel.domain.retry.BackOff;
import java.time.Duration;

/** When something is tried again that failed, later each time. On the manager's thread. */
final class RetryTimer {

    private static final Duration FIRST = Duration.ofMillis(500);

    /** Where a try costs nobody anything, so that it may come soon. */
    static final BackOff CHEAP = BackOff.doubling(FIRST, Duration.ofSeconds(5));

    static final BackOff DEAR = BackOff.doubling(FIRST, Duration.ofSeconds(30));

    private final Scheduler scheduler;
    private int failures;
    private Runnable cancel;

    RetryTimer(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs {@code task} after the next wait; nothing when one is already waiting. */
    void after(BackOff backOff, Runnable task) {
        if (isWaiting()) {
            return;
        }
        failures++;
        cancel = scheduler.after(backOff.after(failures), () -> {
            cancel = null;
            task.run();
        });
    }

    boolean isWaiting() {
        return cancel != null;
    }

    /** Nothing has failed since the last success. */
    boolean isFresh() {
        return failures == 0;
    }

    /** Takes back what waits. */
    void cancel() {
        if (cancel != null) {
            cancel.run();
            cancel = null;
        }
    }

    /** Success, or good news: the next wait is the shortest again, and nothing waits. */
    void reset() {
        failures = 0;
        cancel();
    }
}
