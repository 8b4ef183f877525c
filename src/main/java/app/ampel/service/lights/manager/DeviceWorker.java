package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What may block for a light: runs on a worker, one job at a time, and is watched. Lives on the manager's thread; only the
 * jobs do not. A link whose job fails or takes too long is closed, which may take long as well, and only then is the
 * next job possible: the device would still be in use. A job that no worker takes has not begun: what is then to be done
 * is decided anew.
 */
final class DeviceWorker {

    private static final Runnable NOTHING = () -> {};

    /** Runs on a worker. */
    interface Job<T> {
        T run() throws LightException;
    }

    /** Told on the manager's thread. */
    interface Listener {
        /** It has not ended within its time. Its link is being closed, which may free it. */
        void tooSlow();

        /** It has ended well, and nothing is running. */
        void succeeded(Runnable then);

        /** It has failed; its link is being closed. */
        void failed(LightException why);

        /** After a failure: the link is closed, and nothing is running. */
        void ended();

        /** After {@link DeviceWorker#close}: nothing is running. */
        void closed();

        /** No worker has taken the job; nothing is running, and the link is as it was. */
        void refused();
    }

    private final Scheduler scheduler;
    private final RetryingWorkers workers;
    private final Listener listener;
    private boolean busy;
    private boolean slow;
    private Runnable cancelLimit = NOTHING;

    DeviceWorker(Scheduler scheduler, RetryingWorkers workers, Listener listener) {
        this.scheduler = scheduler;
        this.workers = workers;
        this.listener = listener;
    }

    boolean isBusy() {
        return busy;
    }

    /** Whether the last job has taken longer than it may. */
    boolean wasSlow() {
        return slow;
    }

    /**
     * Runs {@code job}; nothing else may be running.
     *
     * @param link what it works with; null: nothing yet
     * @param then runs with what the job gave when {@link Listener#succeeded} says so
     */
    <T> void submit(Duration limit, LightLink link, Job<T> job, Consumer<T> then) {
        slow = false;
        cancelLimit = scheduler.after(limit, () -> tooSlow(link));
        busy = true;
        if (!workers.offer(() -> perform(link, job, then))) {
            busy = false;
            cancelLimit.run();
            listener.refused();
        }
    }

    private <T> void perform(LightLink link, Job<T> job, Consumer<T> then) {
        T result;
        try {
            result = job.run();
        } catch (LightException e) {
            fail(link, e);
            return;
        } catch (RuntimeException | Error e) {
            fail(link, new LightException(Condition.NOT_ANSWERING, "unexpected", e));
            return;
        }
        scheduler.run(() -> finished(link, () -> then.accept(result)));
    }

    /** Closes a link that is of no use any more; nothing else may be running. */
    void close(LightLink link) {
        busy = true;
        workers.execute(() -> {
            closed(link);
            scheduler.run(() -> {
                busy = false;
                listener.closed();
            });
        });
    }

    private void fail(LightLink link, LightException why) {
        scheduler.run(() -> failed(why));
        if (link != null) {
            closed(link);
        }
        scheduler.run(this::ended);
    }

    private static void closed(LightLink link) {
        Dispatch.guarded("Closing a light", link::close);
    }

    private void tooSlow(LightLink link) {
        slow = true;
        listener.tooSlow();
        if (link != null) {
            workers.execute(() -> closed(link));
        }
    }

    private void finished(LightLink link, Runnable then) {
        if (slow && link != null) {
            workers.execute(() -> fail(link, new LightException(Condition.NOT_ANSWERING, "took too long")));
            return;
        }
        busy = false;
        cancelLimit.run();
        listener.succeeded(then);
    }

    private void failed(LightException why) {
        cancelLimit.run();
        listener.failed(why);
    }

    private void ended() {
        busy = false;
        listener.ended();
    }
}
