package app.ampel.service.lights;

import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;

/**
 * The desk's clockwork as one light or one bus has it: what goes wrong in a task of its is logged, and told to it.
 *
 * @param what whose tasks these are, for the log
 * @param failed runs on the desk's thread after a task that threw
 */
record GuardedClockwork(Clockwork clockwork, String what, Runnable failed) implements Clockwork {

    @Override
    public Instant now() {
        return clockwork.now();
    }

    @Override
    public void run(Runnable task) {
        clockwork.run(() -> guarded(task));
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return clockwork.after(delay, () -> guarded(task));
    }

    void guarded(Runnable task) {
        if (!Dispatch.guarded(what, task)) {
            failed.run();
        }
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("it is the desk's");
    }
}
