package app.ampel.service.lights;

import app.ampel.service.lights.LightState.Condition;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;

/**
 * What may block for a light: runs on a worker, one job at a time, and is watched. Lives on the desk's thread; only the
 * jobs do not. A link whose job fails or takes too long is closed, which may take long as well, and only then is the
 * next job possible: the device would still be in use. A job that no worker takes has not begun: what is then to be done
 * is decided anew.
 */
final class Work {

    private static final Runnable NOTHING = () -> {};

    interface Job {
        void run() throws LightException;
    }

    /** Told on the desk's thread. */
    interface Outcome {
        /** It has not ended within its time. Its link is being closed, which may free it. */
        void tooSlow();

        /** It has ended well, and nothing is running. */
        void done(Runnable then);

        /** It has failed; its link is being closed. */
        void failed(LightException why);

        /** After a failure: the link is closed, and nothing is running. */
        void over();

        /** After {@link Work#close}: nothing is running. */
        void closed();

        /** No worker has taken the job; nothing is running, and the link is as it was. */
        void refused();
    }

    private final Clockwork clockwork;
    private final RetryingWorkers workers;
    private final Outcome outcome;
    private boolean busy;
    private boolean slow;
    private Runnable cancelLimit = NOTHING;

    Work(Clockwork clockwork, RetryingWorkers workers, Outcome outcome) {
        this.clockwork = clockwork;
        this.workers = workers;
        this.outcome = outcome;
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
     * @param then passed to {@link Outcome#done}
     */
    void run(Duration limit, LightLink link, Job job, Runnable then) {
        slow = false;
        cancelLimit = clockwork.after(limit, () -> tooSlow(link));
        busy = true;
        if (!workers.offer(() -> perform(link, job, then))) {
            busy = false;
            cancelLimit.run();
            outcome.refused();
        }
    }

    private void perform(LightLink link, Job job, Runnable then) {
        try {
            job.run();
        } catch (LightException e) {
            fail(link, e);
            return;
        } catch (RuntimeException | Error e) {
            fail(link, new LightException(Condition.NOT_ANSWERING, "unexpected", e));
            return;
        }
        clockwork.run(() -> finished(link, then));
    }

    /** Closes a link that is of no use any more; nothing else may be running. */
    void close(LightLink link) {
        busy = true;
        workers.execute(() -> {
            closed(link);
            clockwork.run(() -> {
                busy = false;
                outcome.closed();
            });
        });
    }

    private void fail(LightLink link, LightException why) {
        clockwork.run(() -> failed(why));
        if (link != null) {
            closed(link);
        }
        clockwork.run(this::over);
    }

    private static void closed(LightLink link) {
        Dispatch.guarded("Closing a light", link::close);
    }

    private void tooSlow(LightLink link) {
        slow = true;
        outcome.tooSlow();
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
        outcome.done(then);
    }

    private void failed(LightException why) {
        cancelLimit.run();
        outcome.failed(why);
    }

    private void over() {
        busy = false;
        outcome.over();
    }
}
