package app.ampel.side;

import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.face.window.frame.SeenFlag;
import app.ampel.face.window.signin.FirstRunHost;
import app.ampel.service.threads.Dispatch;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The running program as its first run sees it. */
public final class FirstRunSide implements FirstRunHost {

    private final World world;
    private final Installation installation;
    private final Autostart autostart;
    private final Executor beside;
    private final SeenFlag welcomed;
    private volatile boolean skipped;
    private Optional<Process> demo = Optional.empty();

    /** @param beside runs what starts programs, which may hang */
    public FirstRunSide(World world, Installation installation, Autostart autostart, Executor beside) {
        this.world = world;
        this.installation = installation;
        this.autostart = autostart;
        this.beside = beside;
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
        return Dispatch.supply(beside, this::demoRuns);
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
        return Dispatch.supply(beside, () -> {
            welcomed.say();
            return startWithSession
                    .map(start -> autostart.set(start) == Autostart.Outcome.DONE)
                    .orElse(true);
        });
    }
}
