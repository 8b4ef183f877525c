package app.ampel.face.window.signin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The running program as the first run sees it. Called on the toolkit's thread and answers at once; what comes later
 * comes on any thread.
 */
public interface FirstRunHost {

    /** Whether nobody has ever signed in with this home, as far as it shows. */
    boolean isFirst();

    /** Whether all of this is the demo. */
    boolean isDemo();

    /** Whether somebody has said, since the program began, that signing in can wait. */
    boolean isSkipped();

    /** Signing in can wait until the program is started again. */
    void skip();

    /** Starts the demo, a program of its own, unless it is running. False: it cannot be started. */
    CompletableFuture<Boolean> startDemo();

    /** Whether the program can be started with the session. */
    boolean canStartWithSession();

    /**
     * The first run is over.
     *
     * @param startWithSession empty: as it was
     * @return false when that could not be kept
     */
    CompletableFuture<Boolean> finish(Optional<Boolean> startWithSession);
}
