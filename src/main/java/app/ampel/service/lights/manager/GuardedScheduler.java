package app.ampel.service.lights.manager;

import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;

/**
 * The manager's scheduler as one light or one bus has it: what goes wrong in a task of its is logged, and told to it.
 *
 * @param what whose tasks these are, for the log
 * @param failed runs on the manager's thread after a task that threw
 */
record GuardedScheduler(Scheduler scheduler, String what, Runnable failed) implements Scheduler {

    @Override
    public Instant now() {
        return scheduler.now();
    }

    @Override
    public void run(Runnable task) {
        scheduler.run(() -> guarded(task));
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return scheduler.after(delay, () -> guarded(task));
    }

    void guarded(Runnable task) {
        if (!Dispatch.guarded(what, task)) {
            failed.run();
        }
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("it is the manager's");
    }
}
