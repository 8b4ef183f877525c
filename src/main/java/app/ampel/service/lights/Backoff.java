package app.ampel.service.lights;

import java.time.Duration;

/** Waits longer and longer between tries, from half a second on. On the desk's thread. */
final class Backoff {

    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 5_000;
    private static final long LONGEST_DEAR_MILLIS = 30_000;
    private static final int ENOUGH_DOUBLINGS = 10;

    private final Clockwork clockwork;
    private int failures;
    private Runnable cancel;

    Backoff(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    /**
     * Runs {@code task} after the next pause; nothing when one is already waiting.
     *
     * @param cheap whether a try costs nobody anything, so that it may come soon
     */
    void after(boolean cheap, Runnable task) {
        if (isWaiting()) {
            return;
        }
        long millis = Math.min(
                FIRST_MILLIS << Math.min(failures++, ENOUGH_DOUBLINGS), cheap ? LONGEST_MILLIS : LONGEST_DEAR_MILLIS);
        cancel = clockwork.after(Duration.ofMillis(millis), () -> {
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

    /** Success, or good news: the next pause is the shortest again, and nothing waits. */
    void reset() {
        failures = 0;
        cancel();
    }
}
