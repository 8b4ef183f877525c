package app.ampel.service.lights;

import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.threads.Dispatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The settings of a home.
 *
 * @param store asked for when it is needed, and not before
 * @param files where they are written
 */
public record KeptSettings(Supplier<SettingsStore> store, Executor files) implements SettingsAccess {

    @Override
    public Settings settings() {
        return store.get().settings();
    }

    @Override
    public CompletableFuture<Settings> change(UnaryOperator<Settings> change) {
        return Dispatch.supply(files, () -> store.get().change(change));
    }
}
