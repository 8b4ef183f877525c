package app.ampel.service.history;

import app.ampel.domain.account.Profile;
import app.ampel.domain.history.Csv;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Timeline;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.threads.Dispatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's own presence over days, recorded for as long as the settings say so. Any thread; what takes time happens on
 * another one, and its future fails with a {@link ProblemException}.
 */
public final class HistoryService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryService.class);
    private static final long STOPPED_WITHIN_MILLIS = 300;

    private final SettingsService settings;
    private final Engine engine;
    private final Timeline timeline;
    private final HistoryPlace place;
    private final Supplier<ZoneId> zone;
    private final Executor files;
    private final Executor beside;
    private final Archive archive;
    private final Recorder recorder;
    private HistorySettings inForce = HistorySettings.OFF;

    /**
     * What is outside.
     *
     * @param file where {@code store} keeps it
     * @param export writes what is taken along
     */
    public record HistoryPlace(Path file, HistoryStore store, HistoryExport export) {}

    /**
     * @param timeline the core's time, with tasks on {@code recording}
     * @param recording runs one task at a time
     * @param files reads and writes the history, one thing at a time
     * @param beside writes what is taken along
     * @param zone whose days the user lives in now
     */
    public HistoryService(
            SettingsService settings,
            Engine engine,
            Timeline timeline,
            HistoryPlace place,
            Supplier<ZoneId> zone,
            Executor recording,
            Executor files,
            Executor beside) {
        this.settings = settings;
        this.engine = engine;
        this.timeline = timeline;
        this.place = place;
        this.zone = zone;
        this.files = files;
        this.beside = beside;
        archive = new Archive(place.store(), files);
        recorder = new Recorder(engine, timeline, recording, archive, this::retention);
    }

    /** Begins to follow the settings. */
    public void start() {
        HistorySettings now = settings();
        if (!now.on()) {
            archive.expire(timeline.now().minus(retention()));
        }
        use(now);
        settings.onChange(this::follow);
    }

    private void follow(Settings changed) {
        use(changed.history());
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

    private Duration retention() {
        return Duration.ofDays(settings().days());
    }

    /** Whether it is kept, and for how long. */
    public HistorySettings settings() {
        return settings.settings().history();
    }

    /** Whether the administrator has switched it off. */
    public boolean isLocked() {
        return settings.isHistoryLocked();
    }

    /** Where it is kept. */
    public Path place() {
        return place.file();
    }

    /** Keeps it from now on. */
    public CompletableFuture<Settings> switchOn() {
        return change(before -> new HistorySettings(true, before.days()));
    }

    /** Keeps nothing any more; what is kept stays until it is too old. */
    public CompletableFuture<Settings> switchOff() {
        return change(before -> new HistorySettings(false, before.days()));
    }

    /** What is older than {@code days} is deleted at once. */
    public CompletableFuture<Settings> keepFor(int days) {
        return change(before -> new HistorySettings(before.on(), days));
    }

    private CompletableFuture<Settings> change(UnaryOperator<HistorySettings> change) {
        return settings.change(all -> all.withHistory(change.apply(all.history())));
    }

    /** What is known of whoever is signed in, up to now; nothing while that is nobody. */
    public CompletableFuture<Archive.Content> read() {
        Optional<String> account = engine.snapshot().account().profile().map(Profile::objectId);
        if (account.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Archive.Content(List.of(), Optional.empty(), Optional.empty()));
        }
        return recorder.unkept().thenCompose(unkept -> archive.read(account.get(), unkept));
    }

    /** Deletes everything, of all accounts, from the disk; what is recorded goes on from now. */
    public CompletableFuture<Void> erase() {
        return recorder.restart().thenCompose(ready -> archive.erase());
    }

    /** Keeps nothing any more, and deletes what was kept. */
    public CompletableFuture<Void> switchOffAndErase() {
        return switchOff().thenCompose(changed -> erase());
    }

    /** Writes what {@link #read} finds as CSV. */
    public CompletableFuture<Void> export(Path file) {
        return read().thenCompose(content -> Dispatch.supply(beside, () -> {
            try {
                String csv = Csv.of(content.spans(), zone.get());
                place.export().write(file, csv.getBytes(StandardCharsets.UTF_8));
                return null;
            } catch (IOException e) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, file.toString()), e);
            }
        }));
    }

    /** Whether something is kept, of whomever. */
    public CompletableFuture<Boolean> isThere() {
        return Dispatch.supply(files, archive::isThere);
    }

    /** Before the core ends: keeps what there is up to now. Blocks for a third of a second at most. */
    @Override
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
