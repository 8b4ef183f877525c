package app.ampel.service.lights.manager;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manager's workers, which may refuse: there are moments in which the system gives nobody another thread. The rule for
 * all of the manager is here: whatever is thrown when work is handed over, nothing counts as begun that was not, what has to
 * happen is handed over again until it is taken, and what goes wrong with one light is that light's own trouble.
 */
final class RetryingWorkers implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingWorkers.class);

    /** Until work that was refused is offered again. */
    static final Duration PAUSE = Duration.ofMillis(250);

    private final Executor workers;
    private final Scheduler scheduler;

    RetryingWorkers(Executor workers, Scheduler scheduler) {
        this.workers = workers;
        this.scheduler = scheduler;
    }

    /** Hands over what is better decided anew than done late. False when nobody has taken it: it will not run. */
    boolean offer(Runnable task) {
        Once once = new Once(task);
        try {
            workers.execute(once);
            return true;
        } catch (RuntimeException | Error e) {
            // A pool may have kept what it could not find a thread for.
            boolean begun = !once.takeBack();
            LOG.debug("No thread for a light, {}", begun ? "but one has it" : "later again", e);
            return begun;
        }
    }

    /** Hands over what has to happen, and goes on until somebody takes it. Never throws. On the manager's thread. */
    @Override
    public void execute(Runnable task) {
        if (!offer(task)) {
            scheduler.after(PAUSE, () -> execute(task));
        }
    }

    /** A task that can be taken back as long as nobody has begun it. */
    private static final class Once implements Runnable {
        private Runnable task;

        Once(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            Runnable mine = take();
            if (mine != null) {
                mine.run();
            }
        }

        private synchronized Runnable take() {
            Runnable mine = task;
            task = null;
            return mine;
        }

        boolean takeBack() {
            return take() != null;
        }
    }
}
