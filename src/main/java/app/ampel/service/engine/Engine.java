package app.ampel.service.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The running core, as tray, windows and command line see it. Any thread. */
public interface Engine {

    /** What is known and shown now. */
    Snapshot snapshot();

    /**
     * Tells what the user wants.
     *
     * @return completes when the intent is settled (each says when that is), with what is then known; fails with a
     *     {@link app.ampel.domain.problem.ProblemException} when it could not be done
     */
    CompletableFuture<Snapshot> submit(Intent intent);

    /**
     * Calls {@code observer} with what is known now and after changes, on a thread where it may take as long as it likes:
     * of what changed meanwhile it is then told the newest. See {@link app.ampel.service.threads.Mailbox}.
     *
     * @return ends the watch; never blocks
     */
    Runnable watch(Consumer<Snapshot> observer);

    /** The same, on {@code thread}, for an observer that has one of its own. */
    Runnable watch(Consumer<Snapshot> observer, Executor thread);
}
