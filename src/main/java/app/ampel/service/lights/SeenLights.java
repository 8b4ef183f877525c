package app.ampel.service.lights;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.service.lights.manager.ConflictingPrograms;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.ManagedLights;
import app.ampel.service.threads.Dispatch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lights while no Ampel is running: they are seen and never opened, so none of them shows anything. Looks whenever it
 * is asked, which may take a moment.
 *
 * @param settings what the user wants of single lights
 * @param rivals programs that set their colours
 */
public record SeenLights(LightBuses buses, Supplier<LightSettings> settings, ConflictingPrograms rivals)
        implements ManagedLights {

    @Override
    public List<LightState> states() {
        LightSettings wanted = settings.get();
        return buses.attached().stream().map(found -> state(found, wanted)).toList();
    }

    private LightState state(LightBus.Found found, LightSettings wanted) {
        return new LightState(
                found.id(),
                found.name(),
                found.model().transport(),
                found.condition(),
                LightCommand.OFF,
                found.hint()
                        .or(() -> rivals.of(found.model())
                                .map(name -> new LightState.Hint(ConflictingPrograms.HINT, name))),
                wanted.of(found.kind()).name(),
                found.kind(),
                found.hasButton());
    }

    /** Once: nobody keeps looking. */
    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        Dispatch.run(thread, () -> observer.accept(states()));
        return () -> {};
    }

    @Override
    public boolean identify(String id) {
        return false;
    }

    @Override
    public void apply(LightSettings other) {
        // no light shows anything
    }

    @Override
    public void preview(LightCommand command) {
        // no light shows anything
    }

    @Override
    public void endPreview() {
        // there is none
    }

    /** Whoever asks for states looks. */
    @Override
    public CompletableFuture<Void> scan() {
        return CompletableFuture.completedFuture(null);
    }
}
