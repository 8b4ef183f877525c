package app.ampel.service;

import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.threads.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Notes what it is told, and does nothing about it. One thread. */
public final class NotingEngine implements Engine {

    public final List<Intent> told = new ArrayList<>();
    public final List<Mailbox<Snapshot>> observers = new ArrayList<>();
    private Snapshot now = Snapshots.of(Snapshots.known("Available", "Available"));

    public void become(Snapshot next) {
        now = next;
        observers.forEach(observer -> observer.put(next));
    }

    public Intent last() {
        return told.get(told.size() - 1);
    }

    @Override
    public Snapshot snapshot() {
        return now;
    }

    @Override
    public CompletableFuture<Snapshot> submit(Intent intent) {
        told.add(intent);
        return CompletableFuture.completedFuture(now);
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        return watch(observer, Runnable::run);
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        Mailbox<Snapshot> box = new Mailbox<>(thread, observer);
        observers.add(box);
        box.put(now);
        return () -> observers.remove(box);
    }
}
