package app.ampel.service.session;

import java.util.concurrent.CompletableFuture;

/** Who acts on what happens to the session. Any thread; nothing here blocks. */
public interface SessionFollower {

    void locked(boolean isLocked);

    /** Somebody else sits before the screen now, or no longer. */
    void away(boolean isAway);

    /** The computer is about to sleep or to end. Completes when every light is dark, fails where one cannot be made so. */
    CompletableFuture<Void> sleep();

    /** It has woken up, or stays awake after all; it may be somewhere else by now. */
    void woke();
}
