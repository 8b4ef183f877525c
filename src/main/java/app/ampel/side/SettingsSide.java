package app.ampel.side;

import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.window.settings.SettingsHost;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.threads.Dispatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The running program as its settings page sees it. */
public final class SettingsSide implements SettingsHost {

    private final World world;
    private final SettingsStore store;
    private final Autostart autostart;
    private final Executor beside;
    private volatile boolean understood;
    private volatile Optional<SettingsStore.Before> before = Optional.empty();

    /** @param beside runs what starts programs, which may hang */
    public SettingsSide(World world, Autostart autostart, Executor beside) {
        this.world = world;
        this.store = world.settings();
        this.autostart = autostart;
        this.beside = beside;
        store.onChange(changed -> before = Optional.empty());
    }

    @Override
    public CompletableFuture<Startup> startup() {
        return beside(this::startupNow);
    }

    /** The demo is not what anybody wants to see every morning. */
    private Startup startupNow() {
        return new Startup(world.isReal() && autostart.isOn(), world.isReal() && autostart.isPossible());
    }

    @Override
    public CompletableFuture<Startup> startWithSession(boolean on) {
        return beside(() -> {
            if (autostart.set(on) != Autostart.Outcome.DONE) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE));
            }
            return startupNow();
        });
    }

    @Override
    public Optional<Duration> shortestPoll() {
        return store.shortestPoll();
    }

    @Override
    public List<SettingsNote> notes() {
        return understood ? List.of() : store.notes();
    }

    @Override
    public void understood() {
        understood = true;
    }

    @Override
    public Path file() {
        return world.folders().settings();
    }

    @Override
    public CompletableFuture<Boolean> openFolder() {
        return beside(() -> Browser.ofThisComputer().openFolder(world.folders().home()));
    }

    @Override
    public CompletableFuture<Void> reset() {
        return beside(() -> {
            before = Optional.of(store.reset());
            return null;
        });
    }

    @Override
    public Optional<Reset> lastReset() {
        return before.map(SettingsStore.Before::kept).map(Reset::new);
    }

    @Override
    public CompletableFuture<Void> undoReset() {
        return beside(() -> {
            if (before.isPresent()) {
                store.restore(before.get());
            }
            return null;
        });
    }

    private <T> CompletableFuture<T> beside(Callable<T> task) {
        return Dispatch.supply(beside, task);
    }
}
