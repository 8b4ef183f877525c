package app.ampel.side;

import app.ampel.adapter.files.history.HistoryFile;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.domain.account.Profile;
import app.ampel.domain.history.Csv;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.window.history.HistoryHost;
import app.ampel.service.engine.Core;
import app.ampel.service.engine.Timeline;
import app.ampel.service.history.Archive;
import app.ampel.service.history.Recorder;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.threads.Dispatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history of a running Ampel, recorded for as long as the settings say so. */
public final class HistorySide implements HistoryHost {

    private static final Logger LOG = LoggerFactory.getLogger(HistorySide.class);
    private static final long STOPPED_WITHIN_MILLIS = 300;

    private final World world;
    private final Core core;
    private final Threads threads;
    private final Timeline timeline;
    private final Archive archive;
    private final Recorder recorder;
    private HistorySettings inForce = HistorySettings.OFF;

    public HistorySide(World world, Core core, Threads threads) {
        this.world = world;
        this.core = core;
        this.threads = threads;
        timeline = world.timeline(threads.history());
        archive = new Archive(new HistoryFile(place(), Clock.systemUTC()), threads.files());
        recorder = new Recorder(core, timeline, threads.history(), archive, this::retention);
    }

    private Duration retention() {
        return Duration.ofDays(world.settings().settings().history().days());
    }

    public void start() {
        HistorySettings settings = world.settings().settings().history();
        if (!settings.on()) {
            archive.expire(timeline.now().minus(retention()));
        }
        use(settings);
        world.settings().onChange(changed -> use(changed.history()));
    }

    private synchronized void use(HistorySettings wanted) {
        if (wanted.on()) {
            recorder.start();
        } else {
            recorder.stop();
        }
        if (wanted.days() < inForce.days() && archive.isThere()) {
            recorder.prune();
        }
        inForce = wanted;
    }

    @Override
    public CompletableFuture<Archive.Content> read() {
        Optional<String> account = core.snapshot().account().profile().map(Profile::objectId);
        if (account.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Archive.Content(List.of(), Optional.empty(), Optional.empty()));
        }
        return recorder.unkept().thenCompose(unkept -> archive.read(account.get(), unkept));
    }

    @Override
    public CompletableFuture<Void> erase() {
        return recorder.restart().thenCompose(ready -> archive.erase());
    }

    @Override
    public CompletableFuture<Void> export(Path file) {
        return read().thenAcceptAsync(
                        content -> {
                            try {
                                String csv =
                                        Csv.of(content.spans(), world.console().zone());
                                OwnerOnly.write(file, csv.getBytes(StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                throw new CompletionException(
                                        new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, file.toString()), e));
                            }
                        },
                        threads.beside());
    }

    @Override
    public CompletableFuture<Boolean> isThere() {
        return Dispatch.supply(threads.files(), archive::isThere);
    }

    @Override
    public boolean isLocked() {
        return world.settings().isHistoryLocked();
    }

    @Override
    public Path place() {
        return world.folders().history();
    }

    /** Before the core ends: keeps what there is up to now. */
    public void close() {
        try {
            recorder.stop().get(STOPPED_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("What was seen last is missing in the history", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
