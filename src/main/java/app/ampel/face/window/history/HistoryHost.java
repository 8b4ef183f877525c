package app.ampel.face.window.history;

import app.ampel.service.history.Archive;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The history of the running program. Called on the toolkit's thread; what takes time happens on another. */
public interface HistoryHost {

    /** What is known of whoever is signed in, up to now; nothing while that is nobody. Fails with a problem. */
    CompletableFuture<Archive.Content> read();

    /** Deletes everything, of all accounts, from the disk; what is recorded goes on from now. Fails with a problem. */
    CompletableFuture<Void> erase();

    /** Writes what {@link #read} finds as CSV, readable by its owner only. Fails with a problem. */
    CompletableFuture<Void> export(Path file);

    /** Whether something is kept, of whomever. */
    CompletableFuture<Boolean> isThere();

    /** Whether the administrator has switched it off. */
    boolean isLocked();

    /** Where it is kept. */
    Path place();
}
