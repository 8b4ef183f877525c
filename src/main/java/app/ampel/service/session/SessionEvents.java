package app.ampel.service.session;

/** What happens to the desktop session and the computer. Told on threads of whoever tells; each may be told twice. */
public interface SessionEvents {

    /** The screen was locked or unlocked. */
    void locked(boolean isLocked);

    /** Somebody else sits before the screen now, or no longer. */
    void away(boolean isAway);

    /** The computer is about to sleep or to end, and waits until this returns: a second or two at most. */
    void sleeps();

    /** It has woken up, or stays awake after all. */
    void woke();
}
