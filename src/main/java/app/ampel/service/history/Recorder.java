package app.ampel.service.history;

import app.ampel.domain.history.Change;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.engine.Timeline;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Watches the core while the history is switched on and keeps what it says of the user's own presence. Works on a
 * thread of its own; may be called on any.
 */
public final class Recorder {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Engine engine;
    private final Timeline timeline;
    private final Executor thread;
    private final Archive archive;
    private final Supplier<Duration> retention;

    // On its own thread.
    private boolean running;
    private Recording recording;
    private Optional<Observed> seen = Optional.empty();
    private Runnable unwatch = () -> {};
    private Runnable unplan = () -> {};
    private Instant pruned = Instant.MIN;

    /**
     * @param timeline the core's time, with tasks on {@code thread}
     * @param thread runs one task at a time
     * @param retention how long what is kept is kept
     */
    public Recorder(Engine engine, Timeline timeline, Executor thread, Archive archive, Supplier<Duration> retention) {
        this.engine = engine;
        this.timeline = timeline;
        this.thread = thread;
        this.archive = archive;
        this.retention = retention;
    }

    /** Begins; does nothing when it has begun. */
    public void start() {
        Dispatch.run(thread, () -> {
            if (!running) {
                running = true;
                recording = Recording.startingAt(timeline.moment());
                pruned = Instant.MIN;
                unwatch = engine.watch(this::observe, thread);
            }
        });
    }

    /** Keeps what there is up to now, and ends; can begin again. */
    public CompletableFuture<Void> stop() {
        return Dispatch.supply(thread, () -> {
            if (running) {
                unwatch.run();
                seen = Optional.empty();
                step();
                running = false;
            }
            return null;
        });
    }

    /** What would have to be kept now for nothing to be missing; none while nothing is recorded. */
    public CompletableFuture<List<Change>> unkept() {
        return Dispatch.supply(
                thread,
                () -> running ? recording.at(timeline.moment(), seen, true).changes() : List.of());
    }

    /** Forgets what is recorded and not kept yet, and goes on from now. */
    public CompletableFuture<Void> restart() {
        return Dispatch.supply(thread, () -> {
            if (running) {
                recording = Recording.startingAt(timeline.moment());
                step();
            }
            return null;
        });
    }

    /** Takes what is too old out of what is kept, as when it is to be kept for a shorter time from now on. */
    public void prune() {
        Dispatch.run(thread, () -> prune(timeline.now()));
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
        boolean done = Dispatch.guarded(() -> {
            if (running) {
                step();
            }
        });
        if (!done) {
            unplan = timeline.at(timeline.now().plus(Recording.CHECKPOINT), this::checkpoint);
        }
    }
}
