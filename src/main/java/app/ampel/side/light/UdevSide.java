package app.ampel.side.light;

import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.light.model.UdevRules;
import app.ampel.service.settings.SettingsStore;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The rules that let a Linux user at USB lights: those of the catalogue, and what this user has confirmed to be one.
 *
 * @param settings say what that is
 */
public record UdevSide(SettingsStore settings) {

    public String rules() {
        return new UdevRules(new Catalogue()).file(settings.settings().lights().confirmed());
    }

    /** Blocks until the administrator's password was given or refused. */
    public UdevInstaller.Outcome install() {
        return UdevInstaller.ofThisComputer().install(Path.of(UdevRules.FILE), rules());
    }

    /** On a thread of its own, as somebody may think about the password for long. */
    public CompletableFuture<UdevInstaller.Outcome> installBeside() {
        return CompletableFuture.supplyAsync(this::install, task -> {
            Thread thread = new Thread(task, "ampel-udev");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
