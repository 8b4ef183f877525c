package app.ampel.face.control;

import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.threads.Mailbox;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** An engine that does what the test says. */
public final class FakeEngine implements Engine {

    public final List<Intent> told = new CopyOnWriteArrayList<>();
    public final List<Mailbox<Snapshot>> watchers = new CopyOnWriteArrayList<>();
    /** What the next intents lead to; by default at once what is known. */
    public volatile CompletableFuture<Snapshot> outcome;

    private volatile Snapshot now = Snapshots.of(Snapshots.known("Busy", "InAMeeting"));

    public void become(Snapshot next) {
        now = next;
        watchers.forEach(watcher -> watcher.put(next));
    }

    @Override
    public Snapshot snapshot() {
        return now;
    }

    @Override
    public CompletableFuture<Snapshot> submit(Intent intent) {
        told.add(intent);
        CompletableFuture<Snapshot> set = outcome;
        return set == null || intent instanceof Intent.CancelSignIn ? CompletableFuture.completedFuture(now) : set;
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        return watch(observer, task -> new Thread(task, "observer").start());
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        Mailbox<Snapshot> box = new Mailbox<>(thread, observer);
        watchers.add(box);
        box.put(now);
        return () -> {
            box.close();
            watchers.remove(box);
        };
    }
}
