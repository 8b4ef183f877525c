package app.ampel.side;

import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import app.ampel.face.window.kit.WindowHost;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.status.StatusService;
import app.ampel.service.threads.Dispatch;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The running program as its window sees it. */
public record WindowSide(
        Engine engine,
        Overviews overviews,
        StatusService status,
        World world,
        Executor files,
        BooleanSupplier calm,
        Runnable stop)
        implements WindowHost {

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
        return engine.tell(allowed(intent));
    }

    /** The window offers both ways of signing in; where the administrator has decided, there is one. */
    private Intent allowed(Intent intent) {
        Optional<SignInWay> decided = world.settings().lockedAccount().signIn();
        return decided.map(intent::inWay).orElse(intent);
    }

    @Override
    public Overview overview() {
        return overviews.now();
    }

    @Override
    public Runnable watch(Consumer<Overview> observer, Executor thread) {
        return overviews.watch(observer, thread);
    }

    @Override
    public Settings settings() {
        return world.settings().settings();
    }

    @Override
    public CompletableFuture<Settings> change(UnaryOperator<Settings> change) {
        return Dispatch.supply(files, () -> world.settings().change(change));
    }

    @Override
    public Optional<Registration> registration() {
        return world.registration().get();
    }

    @Override
    public AccountSettings lockedAccount() {
        return world.settings().lockedAccount();
    }

    @Override
    public boolean isCalm() {
        return calm.getAsBoolean();
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
