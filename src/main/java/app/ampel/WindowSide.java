package app.ampel;

import app.ampel.account.SignInWay;
import app.ampel.core.Engine;
import app.ampel.core.Intent;
import app.ampel.core.Snapshot;
import app.ampel.manual.Habits;
import app.ampel.ui.WindowHost;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The running program as its window sees it. */
record WindowSide(Engine engine, World world, Runnable stop) implements WindowHost {

    @Override
    public Instant now() {
        return world.clock().instant();
    }

    @Override
    public Snapshot snapshot() {
        return engine.snapshot();
    }

    @Override
    public CompletableFuture<Snapshot> tell(Intent intent) {
        return engine.tell(intent);
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        return engine.watch(observer);
    }

    @Override
    public SignInWay usualWay() {
        return world.settings().settings().account().way();
    }

    @Override
    public Habits habits() {
        return world.settings().settings().habits();
    }

    @Override
    public boolean open(URI page) {
        return world.console().open().test(page);
    }

    @Override
    public void quit() {
        stop.run();
    }
}
