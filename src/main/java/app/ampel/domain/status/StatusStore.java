package app.ampel.domain.status;

import java.util.function.Consumer;

/** Keeps the status set by hand for the next start, should this one end without a word. Must not block, and must not fail. */
public interface StatusStore {

    /** @param then told, once, on any thread, whether the disk has it: what comes next may have to wait for that */
    void keep(SavedStatus kept, Consumer<Boolean> then);
}
