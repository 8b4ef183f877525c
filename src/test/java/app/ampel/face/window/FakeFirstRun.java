package app.ampel.face.window;

import app.ampel.service.account.FirstRunPort;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.settings.AccountSettings;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program at whatever point of its first run. */
public final class FakeFirstRun implements FirstRunPort {

    public static final AccountSettings KNOWN = new AccountSettings(
            Optional.of("11111111-2222-3333-4444-555555555555"),
            Optional.of("example.org"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What was said about starting with the session each time it was over. */
    public final List<Optional<Boolean>> finished = new CopyOnWriteArrayList<>();

    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    public volatile boolean first;
    public volatile boolean demo;
    public volatile boolean demoStarts = true;
    public volatile boolean canStart = true;
    public volatile boolean keepsStart = true;

    /** Whether programs take a while to start, until {@link #go}. */
    public volatile boolean slow;

    private FirstRunService service;

    /** Of the program as it is when it is first asked for. */
    public synchronized FirstRunService service() {
        if (service == null) {
            service = new FirstRunService(demo, this, this::execute);
        }
        return service;
    }

    private void execute(Runnable task) {
        if (slow) {
            held.add(task);
        } else {
            task.run();
        }
    }

    /** Lets the programs start that were wanted. */
    public void go() {
        for (Runnable next = held.poll(); next != null; next = held.poll()) {
            next.run();
        }
    }

    @Override
    public boolean isOver() {
        return !first;
    }

    @Override
    public void over() {
        finished.add(Optional.empty());
    }

    @Override
    public boolean startDemo() {
        return demoStarts;
    }

    @Override
    public boolean canStartWithSession() {
        return canStart;
    }

    @Override
    public boolean startWithSession(boolean on) {
        finished.set(finished.size() - 1, Optional.of(on));
        return keepsStart;
    }
}
