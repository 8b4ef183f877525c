package app.ampel.service.account;

import app.ampel.service.threads.Dispatch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The way from nothing to a first sign-in. Any thread; answers at once, what comes later comes on any thread. */
public final class FirstRunService {

    private final boolean demo;
    private final FirstRunPort port;
    private final Executor beside;
    private volatile boolean skipped;

    /**
     * @param demo whether all of this is the demo
     * @param beside runs what starts programs, which may hang
     */
    public FirstRunService(boolean demo, FirstRunPort port, Executor beside) {
        this.demo = demo;
        this.port = port;
        this.beside = beside;
    }

    /** Whether nobody has ever signed in with this home, as far as it shows. The demo has somebody who signs in. */
    public boolean isFirst() {
        return !demo && !port.isOver();
    }

    /** Whether all of this is the demo. */
    public boolean isDemo() {
        return demo;
    }

    /** Whether somebody has said, since the program began, that signing in can wait. */
    public boolean isSkipped() {
        return skipped;
    }

    /** Signing in can wait until the program is started again. */
    public void skip() {
        skipped = true;
    }

    /** Starts the demo, a program of its own, unless it is running. False: it cannot be started. */
    public CompletableFuture<Boolean> startDemo() {
        return Dispatch.supply(beside, port::startDemo);
    }

    /** Whether the program can be started with the session. */
    public boolean canStartWithSession() {
        return port.canStartWithSession();
    }

    /**
     * The first run is over.
     *
     * @param startWithSession empty: as it was
     * @return false when that could not be kept
     */
    public CompletableFuture<Boolean> finish(Optional<Boolean> startWithSession) {
        return Dispatch.supply(beside, () -> {
            port.over();
            return startWithSession.map(port::startWithSession).orElse(true);
        });
    }
}
