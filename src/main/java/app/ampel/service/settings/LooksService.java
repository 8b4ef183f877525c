package app.ampel.service.settings;

import app.ampel.service.threads.Dispatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * How the program looks and moves: by the settings, and where those leave it to the desktop, as the desktop has it. Any
 * thread.
 */
public final class LooksService {

    private final SettingsService settings;
    private final DesktopAppearance desktop;
    private final Executor soon;
    private final List<Runnable> changes = new CopyOnWriteArrayList<>();
    private final List<Runnable> motions = new CopyOnWriteArrayList<>();
    private Looks chosen;
    private volatile boolean isDesktopStill;

    /** @param soon runs what asks the desktop, which may hang, not while a window or the first light is on its way */
    public LooksService(SettingsService settings, DesktopAppearance desktop, Executor soon) {
        this.settings = settings;
        this.desktop = desktop;
        this.soon = soon;
        chosen = settings.settings().looks();
        settings.onChange(this::follow);
    }

    /** Asks the desktop for the first time, soon. */
    public void start() {
        heedSoon();
    }

    /** Calls {@code listener} when other looks have been chosen, on the thread that changed the settings: be quick. */
    public void onChange(Runnable listener) {
        changes.add(listener);
    }

    /** Calls {@code listener} when the desktop has begun or ceased to keep still. */
    public void onDesktopMotion(Runnable listener) {
        motions.add(listener);
    }

    /** Whether nothing shall move and lights play no effects, as far as is known. */
    public boolean isMotionReduced() {
        return switch (looks().motion()) {
            case SYSTEM -> isDesktopStill;
            case FULL -> false;
            case REDUCED -> true;
        };
    }

    /**
     * To be asked whenever somebody comes to a window; a chance to see what else the desktop wants. May take a second where
     * the settings leave it to the desktop.
     */
    public boolean isDark() {
        heedSoon();
        return switch (looks().theme()) {
            case SYSTEM -> desktop.isDark();
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private Looks looks() {
        return settings.settings().looks();
    }

    private synchronized void follow(Settings changed) {
        if (!changed.looks().equals(chosen)) {
            chosen = changed.looks();
            changes.forEach(Dispatch::guarded);
        }
    }

    private void heedSoon() {
        Dispatch.run(soon, this::heed);
    }

    private void heed() {
        boolean isStill = desktop.isMotionReduced();
        if (isStill != isDesktopStill) {
            isDesktopStill = isStill;
            motions.forEach(Dispatch::guarded);
        }
    }
}
