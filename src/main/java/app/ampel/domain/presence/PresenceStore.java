package app.ampel.domain.presence;

/** Keeps the last good answer for the next start. Must not block for long, and must not fail. */
public interface PresenceStore {

    void keep(PresenceTracker.Seen seen);

    /** Another account has nothing to do with this one's presence. */
    void forget();
}
