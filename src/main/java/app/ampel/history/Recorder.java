package app.ampel.history;

import app.ampel.core.Engine;
import app.ampel.core.Snapshot;
import app.ampel.core.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the core while the history is switched on and keeps what it says of the user's own presence. Works on the
 * core's thread; may be called on any.
 */
public final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Engine engine;
    private final Timeline timeline;
    private final Executor core;
    private final Archive archive;
    private final Supplier<Duration> retention;

    // On the core's thread.
    private boolean running;
    private Recording recording;
    private Optional<Observed> seen = Optional.empty();
    private Runnable unwatch = () -> {};
    private Runnable unplan = () -> {};
    private Instant pruned = Instant.MIN;

    /**
     * @param core runs tasks on the core's thread
     * @param retention how long what is kept is kept
     */
    public Recorder(Engine engine, Timeline timeline, Executor core, Archive archive, Supplier<Duration> retention) {
        this.engine = engine;
        this.timeline = timeline;
        this.core = core;
        this.archive = archive;
        this.retention = retention;
    }

    /** Begins; does nothing when it has begun. */
    public void start() {
        core.execute(() -> {
            if (!running) {
                running = true;
                recording = Recording.startingAt(timeline.moment());
                pruned = Instant.MIN;
                unwatch = engine.watch(this::observe);
            }
        });
    }

    /** Keeps what there is up to now, and ends; can begin again. */
    public CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(
                () -> {
                    if (running) {
                        unwatch.run();
                        seen = Optional.empty();
                        step();
                        running = false;
                    }
                },
                core);
    }

    /** What would have to be kept now for nothing to be missing; none while nothing is recorded. */
    public CompletableFuture<List<Change>> unkept() {
        return CompletableFuture.supplyAsync(
                () -> running ? recording.at(timeline.moment(), seen, true).changes() : List.of(), core);
    }

    /** Forgets what is recorded and not kept yet, and goes on from now. */
    public CompletableFuture<Void> restart() {
        return CompletableFuture.runAsync(
                () -> {
                    if (running) {
                        recording = Recording.startingAt(timeline.moment());
                        step();
                    }
                },
                core);
    }

    /** Takes what is too old out of what is kept, as when it is to be kept for a shorter time from now on. */
    public void prune() {
        core.execute(() -> prune(timeline.now()));
    }

    private void observe(Snapshot snapshot) {
        if (running) {
            seen = Observed.of(snapshot);
            step();
        }
    }

    private void step() {
        Recording.Step step = recording.at(timeline.moment(), seen, false);
        recording = step.next();
        archive.keep(step.changes());
        Instant now = recording.last().wall();
        boolean due = !now.isBefore(pruned.plus(A_DAY)) || now.isBefore(pruned);
        // Not by a clock that may still be wrong: with one that is, Microsoft would not have answered.
        if (due && recording.open().isPresent()) {
            prune(now);
        }
        planCheckpoint(now);
    }

    private void prune(Instant now) {
        pruned = now;
        archive.prune(now.minus(retention.get()));
    }

    /** Nothing is planned while nothing is recorded. */
    private void planCheckpoint(Instant now) {
        unplan.run();
        unplan = recording
                .open()
                .map(open -> timeline.at(now.plus(Recording.CHECKPOINT), this::checkpoint))
                .orElse(() -> {});
    }

    private void checkpoint() {
        try {
            if (running) {
                step();
            }
        } catch (RuntimeException e) {
            LOG.error("A checkpoint of the history failed unexpectedly", e);
        }
    }
}
