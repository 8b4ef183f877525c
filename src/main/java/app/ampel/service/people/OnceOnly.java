package app.ampel.service.people;

import java.util.concurrent.atomic.AtomicBoolean;

/** Runs an action the first time only, whoever asks for it how often. Any thread. */
final class OnceOnly {

    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();

    OnceOnly(Runnable action) {
        this.action = action;
    }

    void run() {
        if (done.compareAndSet(false, true)) {
            action.run();
        }
    }
}
