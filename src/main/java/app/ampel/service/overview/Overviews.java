package app.ampel.service.overview;

import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.lights.manager.LightStates;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the core knows and what the lights do, as one stream. Any thread.
 *
 * @param observers where an observer is told that has no thread of its own, and may hang
 */
public record Overviews(Engine engine, LightStates lights, Executor observers) {

    /** The newest of both. */
    public Overview now() {
        return with(engine.snapshot());
    }

    /** The same with what the core knew at some moment. */
    public Overview with(Snapshot snapshot) {
        return new Overview(snapshot, lights.states());
    }

    /** See {@link #watch(Consumer, Executor)}. */
    public Runnable watch(Consumer<Overview> observer) {
        return watch(observer, observers);
    }

    /**
     * Calls {@code observer} on {@code thread} with what there is now and after changes of either, one at a time; of what
     * changed meanwhile it is told the newest.
     *
     * @return ends the watch; never blocks
     */
    public Runnable watch(Consumer<Overview> observer, Executor thread) {
        Teller teller = new Teller(observer);
        Runnable core = engine.watch(snapshot -> teller.tell(), thread);
        Runnable manager = lights.watch(states -> teller.tell(), thread);
        return () -> {
            core.run();
            manager.run();
        };
    }

    /** Tells what is new; both streams come here. */
    private final class Teller {

        private final Consumer<Overview> observer;
        private Optional<Overview> told = Optional.empty();

        Teller(Consumer<Overview> observer) {
            this.observer = observer;
        }

        synchronized void tell() {
            Optional<Overview> latest = Optional.of(now());
            if (!latest.equals(told)) {
                told = latest;
                observer.accept(latest.get());
            }
        }
    }
}
