package app.ampel.service.lights.manager;

import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The real {@link Scheduler}: one daemon thread that sleeps until something is due. */
public final class SchedulerThread implements Scheduler {

    private final ScheduledThreadPoolExecutor thread;

    public SchedulerThread() {
        thread = new ScheduledThreadPoolExecutor(1, Daemons.named("ampel-lights"));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.prestartAllCoreThreads(); // later there may be none to be had
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        try {
            Future<?> planned = thread.schedule(
                    () -> Dispatch.guarded("A task of the lights", task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> planned.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
