package app.ampel.service.lights.manager;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A light is shown in red for the first time, so that somebody can say whether it is. */
public final class FirstLight {

    private static final LightCommand RED = LightCommand.solid(Colour.RED);

    /** A board that resets when it is opened and is asked for its name for 5 s; a running Ampel that lets go of it. */
    private static final Duration LIT_WITHIN = Duration.ofSeconds(12);

    private FirstLight() {}

    /**
     * Shows red on the only light there. Blocks until it is lit or cannot be, for 12 s at most.
     *
     * @return what became of it; empty when it is nowhere, or the thread was interrupted
     */
    public static Optional<LightState> red(Lights lights) {
        CompletableFuture<LightState> settled = new CompletableFuture<>();
        Runnable look = () -> lights.states().stream()
                .filter(state -> isLit(state) || isHopeless(state.condition()))
                .findFirst()
                .ifPresent(settled::complete);
        lights.watch(now -> look.run(), Runnable::run);
        lights.show(RED);
        look.run();
        try {
            return Optional.of(settled.get(LIT_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return lights.states().stream().findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is red, as far as the light itself knows. */
    public static boolean isLit(LightState state) {
        return state.condition() == Condition.OK && state.shown().equals(RED);
    }

    /** What another program has may be ours in a moment, when the running Ampel has let go of it. */
    private static boolean isHopeless(Condition condition) {
        return switch (condition) {
            case NO_PERMISSION, GONE, NOT_ANSWERING, UNKNOWN_MODEL -> true;
            case OK, IN_USE, OFF -> false;
        };
    }
}
