package app.ampel.manual;

/** Keeps the status set by hand for the next start, should this one end without a word. Must not block, and must not fail. */
public interface ManualMemory {

    void keep(Kept kept);
}
