package app.ampel.side.light;

import app.ampel.desktop.UdevInstaller;
import app.ampel.light.model.Catalogue;
import app.ampel.light.model.UdevRules;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The rules that let a Linux user at USB lights, made of the catalogue. */
public final class UdevSide {

    private UdevSide() {}

    public static String rules() {
        return new UdevRules(new Catalogue()).file();
    }

    /** Blocks until the administrator's password was given or refused. */
    public static UdevInstaller.Outcome install() {
        return UdevInstaller.ofThisComputer().install(Path.of(UdevRules.FILE), rules());
    }

    /** On a thread of its own, as somebody may think about the password for long. */
    public static CompletableFuture<UdevInstaller.Outcome> installBeside() {
        return CompletableFuture.supplyAsync(UdevSide::install, task -> {
            Thread thread = new Thread(task, "ampel-udev");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
