package app.ampel.service.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightState;
import app.ampel.service.lights.manager.FirstLight;
import app.ampel.service.lights.manager.Lights;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Tries serial lights: a trial ends before the next begins. Any thread. */
final class FirstTry {

    private static final Duration DARK_WITHIN = Duration.ofSeconds(5);

    private final LightTrials trials;
    private final Executor thread;

    /** Begun by that thread; ended by it, or by the end of the program. */
    private volatile Optional<Lights> trial = Optional.empty();

    private volatile boolean closed;

    /** @param thread does one thing at a time */
    FirstTry(LightTrials trials, Executor thread) {
        this.trials = trials;
        this.thread = thread;
    }

    /** Lights it red; see {@link FirstLight#red}. It stays red until {@link #end}. */
    CompletableFuture<Optional<LightState>> red(Supplier<AddedLight> light) {
        return afterwards(() -> {
            endNow();
            if (closed) {
                return Optional.empty();
            }
            Lights begun = trials.begin(light.get());
            trial = Optional.of(begun);
            if (closed) {
                endNow();
            }
            return FirstLight.red(begun);
        });
    }

    /** Asks for something when no trial is being begun any more. */
    <T> CompletableFuture<T> afterwards(Callable<T> ask) {
        return Dispatch.supply(thread, ask);
    }

    /** Completes when the light that was tried is dark, or cannot be made so. */
    CompletableFuture<Void> end() {
        return afterwards(() -> {
            endNow();
            return null;
        });
    }

    /** The same, and blocks until then; no other trial begins. */
    void close() {
        closed = true;
        endNow();
    }

    private void endNow() {
        trial.ifPresent(lights -> lights.close(DARK_WITHIN));
        trial = Optional.empty();
    }
}
