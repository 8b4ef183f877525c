package app.ampel.service;

import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** An engine that knows what the test says, and notes what it is told. */
public final class FakeEngine implements Engine {

    public final List<Intent> told = new CopyOnWriteArrayList<>();
    private final List<Consumer<Snapshot>> observers = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;

    public FakeEngine(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public void become(Snapshot next) {
        snapshot = next;
        observers.forEach(observer -> observer.accept(next));
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public CompletableFuture<Snapshot> submit(Intent intent) {
        told.add(intent);
        return new CompletableFuture<>();
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        return watch(observer, Runnable::run);
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        Consumer<Snapshot> there = latest -> thread.execute(() -> observer.accept(latest));
        observers.add(there);
        there.accept(snapshot);
        return () -> observers.remove(there);
    }
}
