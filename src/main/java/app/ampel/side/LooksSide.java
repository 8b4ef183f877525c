package app.ampel.side;

import app.ampel.adapter.os.programs.Appearance;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.SettingsStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** How the program looks and moves: by the settings, and where those leave it to the desktop, as the desktop has it. */
public final class LooksSide {

    private final SettingsStore settings;
    private final Executor beside;
    private final Runnable changed;
    private volatile boolean calmDesktop;

    /**
     * @param beside runs what asks the desktop, which may hang
     * @param changed told when the desktop has begun or ceased to be calm
     */
    public LooksSide(SettingsStore settings, Executor beside, Runnable changed) {
        this.settings = settings;
        this.beside = beside;
        this.changed = changed;
    }

    /** Asks the desktop for the first time, soon. */
    public void start() {
        soon(() -> heed(Appearance.ofThisComputer()));
    }

    /** Whether nothing shall move, as far as is known. */
    public boolean isCalm() {
        return switch (looks().motion()) {
            case SYSTEM -> calmDesktop;
            case FULL -> false;
            case REDUCED -> true;
        };
    }

    /**
     * Asked whenever somebody comes to a window; a chance to see what else the desktop wants. May take a second where the
     * settings leave it to the desktop.
     */
    public boolean isDark() {
        Appearance appearance = Appearance.ofThisComputer();
        soon(() -> heed(appearance));
        return switch (looks().theme()) {
            case SYSTEM -> appearance.isDark();
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private Looks looks() {
        return settings.settings().looks();
    }

    /** Not while a window or the first light is on its way: asking the desktop takes several small programs. */
    private void soon(Runnable task) {
        CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS, beside).execute(task);
    }

    private void heed(Appearance appearance) {
        boolean calm = appearance.isCalm();
        if (calm != calmDesktop) {
            calmDesktop = calm;
            changed.run();
        }
    }
}
