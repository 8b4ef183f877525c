package app.ampel.side;

import app.ampel.desktop.Autostart;
import app.ampel.desktop.Installation;
import app.ampel.face.window.frame.SeenFlag;
import app.ampel.face.window.signin.FirstRunHost;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The running program as its first run sees it. */
public final class FirstRunSide implements FirstRunHost {

    private final World world;
    private final Installation installation;
    private final Autostart autostart;
    private final Executor files;
    private final SeenFlag welcomed;
    private volatile boolean skipped;
    private Optional<Process> demo = Optional.empty();

    /** @param files runs what touches files and starts programs */
    public FirstRunSide(World world, Installation installation, Autostart autostart, Executor files) {
        this.world = world;
        this.installation = installation;
        this.autostart = autostart;
        this.files = files;
        this.welcomed = new SeenFile(world.folders().welcomed());
    }

    /** Who signed in by a command has a presence that was seen last. */
    @Override
    public boolean isFirst() {
        return world.isReal()
                && !welcomed.said()
                && Files.notExists(world.folders().state());
    }

    @Override
    public boolean isDemo() {
        return !world.isReal();
    }

    @Override
    public boolean isSkipped() {
        return skipped;
    }

    @Override
    public void skip() {
        skipped = true;
    }

    @Override
    public CompletableFuture<Boolean> startDemo() {
        return CompletableFuture.supplyAsync(this::demoRuns, files);
    }

    private synchronized boolean demoRuns() {
        if (demo.filter(Process::isAlive).isEmpty()) {
            demo = installation.start("demo");
        }
        return demo.isPresent();
    }

    @Override
    public boolean canStartWithSession() {
        return autostart.isPossible();
    }

    @Override
    public CompletableFuture<Boolean> finish(Optional<Boolean> startWithSession) {
        return CompletableFuture.supplyAsync(
                () -> {
                    welcomed.say();
                    return startWithSession
                            .map(start -> autostart.set(start) == Autostart.Outcome.DONE)
                            .orElse(true);
                },
                files);
    }
}
