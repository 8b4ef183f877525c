package app.ampel.service;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;

/** Runs everything at once, or keeps it until the test says so. */
public final class HeldExecutor implements Executor {

    private final Deque<Runnable> held = new ConcurrentLinkedDeque<>();
    private volatile boolean holds;

    @Override
    public void execute(Runnable task) {
        if (holds) {
            held.add(task);
        } else {
            task.run();
        }
    }

    public void hold() {
        holds = true;
    }

    public int waiting() {
        return held.size();
    }

    /** Runs the one that waits longest. */
    public void next() {
        held.remove().run();
    }

    /** Runs all that wait, and holds no more. */
    public void release() {
        holds = false;
        while (!held.isEmpty()) {
            next();
        }
    }
}
