package app.ampel.service.lights.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Workers that run at once, or, while held, not before they are let go: a write that hangs. */
final class HeldWorkers implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean held;

    @Override
    public void execute(Runnable task) {
        if (held) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    void hold() {
        held = true;
    }

    /** Runs what has waited, first come, first served. */
    void letGo() {
        held = false;
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }
}
