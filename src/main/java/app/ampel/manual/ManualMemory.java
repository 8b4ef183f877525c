package app.ampel.manual;

import java.util.concurrent.CompletableFuture;

/** Keeps the status set by hand for the next start, should this one end without a word. Must not block. */
public interface ManualMemory {

    /** @return completes when the disk has it, so that what comes next may count on that; fails when it does not take it */
    CompletableFuture<Void> keep(Kept kept);
}
