package app.ampel.core;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The running core, as tray, windows and command line see it. Any thread. */
public interface Engine {

    /** What is known and shown now. */
    Snapshot snapshot();

    /**
     * Tells what the user wants.
     *
     * @return completes when the intent is settled (each says when that is), with what is then known; fails with a
     *     {@link app.ampel.problem.ProblemException} when it could not be done
     */
    CompletableFuture<Snapshot> tell(Intent intent);

    /**
     * Calls {@code observer} with what is known now and after every change, on the core's thread: be quick.
     *
     * @return ends the watch
     */
    Runnable watch(Consumer<Snapshot> observer);
}
