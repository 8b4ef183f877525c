package app.ampel;

import app.ampel.service.threads.Daemons;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a running Ampel. Those that keep the light true stay from the start to the end: a system that has no
 * thread to give for a moment must not be able to stop the next poll, the clearing of a status or its way to the disk.
 *
 * @param owner the core's
 * @param reads reading the presence; one thing at a time
 * @param writes telling Microsoft; one thing at a time
 * @param accounts signing in; one thing at a time; its thread goes when there is nothing to do
 * @param files what is kept on disk, in order; nothing else may wait there
 * @param history where the history is recorded, while it is
 * @param people the loop's of other people's presence
 * @param requests asking Microsoft about them; few at once; its threads go when there is nothing to do
 * @param trials lights that are tried before they are added; one after the other; its thread goes, too
 * @param beside whatever may hang: other programs, observers, the desktop; each on a thread of its own
 */
record Threads(
        ScheduledThreadPoolExecutor owner,
        ExecutorService reads,
        ExecutorService writes,
        ExecutorService accounts,
        ExecutorService files,
        ScheduledThreadPoolExecutor history,
        ScheduledThreadPoolExecutor people,
        ExecutorService requests,
        ExecutorService trials,
        ExecutorService beside)
        implements AutoCloseable {

    private static final long IDLE_SECONDS = 90;
    private static final int REQUESTS = 4;
    private static final long BESIDE_IDLE_SECONDS = 15;

    Threads() {
        this(
                core(),
                staying("ampel-read"),
                staying("ampel-write"),
                going("ampel-account"),
                staying("ampel-file"),
                planning("ampel-history"),
                planning("ampel-people"),
                few("ampel-people-request"),
                going("ampel-light-trial"),
                several("ampel-beside"));
    }

    private static ScheduledThreadPoolExecutor core() {
        ScheduledThreadPoolExecutor core = planning("ampel-core");
        core.prestartCoreThread();
        return core;
    }

    private static ScheduledThreadPoolExecutor planning(String name) {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, Daemons.named(name));
        one.setRemoveOnCancelPolicy(true);
        one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return one;
    }

    private static ExecutorService staying(String name) {
        ThreadPoolExecutor one = one(name);
        one.prestartCoreThread();
        return one;
    }

    private static ExecutorService going(String name) {
        ThreadPoolExecutor one = one(name);
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    private static ExecutorService few(String name) {
        ThreadPoolExecutor few = most(REQUESTS, name);
        few.allowCoreThreadTimeOut(true);
        return few;
    }

    private static ThreadPoolExecutor one(String name) {
        return most(1, name);
    }

    private static ThreadPoolExecutor most(int threads, String name) {
        return new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named(name));
    }

    private static ExecutorService several(String name) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                BESIDE_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Daemons.named(name));
    }

    @Override
    public void close() {
        owner.shutdownNow();
        reads.shutdownNow();
        writes.shutdownNow();
        accounts.shutdownNow();
        history.shutdownNow();
        people.shutdownNow();
        requests.shutdownNow();
        trials.shutdownNow();
        beside.shutdownNow();
        files.shutdown();
        try {
            // What was seen last is worth keeping.
            files.awaitTermination(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
