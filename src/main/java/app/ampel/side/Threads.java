package app.ampel.side;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of a running Ampel; each does one thing at a time, and all but the core's go when there is nothing to do. */
public record Threads(
        ScheduledThreadPoolExecutor owner,
        ExecutorService reads,
        ExecutorService writes,
        ExecutorService accounts,
        ExecutorService files)
        implements AutoCloseable {

    private static final long IDLE_SECONDS = 90;

    public Threads() {
        this(core(), one("ampel-read"), one("ampel-write"), one("ampel-account"), one("ampel-file"));
    }

    private static ScheduledThreadPoolExecutor core() {
        ScheduledThreadPoolExecutor core = new ScheduledThreadPoolExecutor(1, named("ampel-core"));
        core.setRemoveOnCancelPolicy(true);
        core.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return core;
    }

    private static ExecutorService one(String name) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    private static ThreadFactory named(String name) {
        ThreadFactory plain = Executors.defaultThreadFactory();
        return task -> {
            Thread thread = plain.newThread(task);
            thread.setName(name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        owner.shutdownNow();
        reads.shutdownNow();
        writes.shutdownNow();
        accounts.shutdownNow();
        files.shutdown();
        try {
            // What was seen last is worth keeping.
            files.awaitTermination(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
