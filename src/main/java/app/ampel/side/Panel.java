package app.ampel.side;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.notify.LinuxNotifications;
import app.ampel.face.tray.EndingNotice;
import app.ampel.face.tray.Menus;
import app.ampel.face.tray.SignedOutNotice;
import app.ampel.face.tray.Tray;
import app.ampel.face.tray.TrayHint;
import app.ampel.face.tray.TrayHost;
import app.ampel.face.tray.TrayRenderer;
import app.ampel.face.tray.TrayThread;
import app.ampel.face.tray.awt.AwtTray;
import app.ampel.face.tray.linux.LinuxTray;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.engine.Intent;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.util.Optional;

/** The tray of a running Ampel, with what it needs of this desktop. */
public final class Panel implements AutoCloseable {

    private final TrayThread thread = new TrayThread();
    private final Notifications notifications;
    private final Tray tray;
    private final SettingsStore settings;

    private Panel(World world, TrayHost host, TrayRenderer renderer, Notifications notifications) {
        this.notifications = notifications;
        this.settings = world.settings();
        Messages words = world.words().onScreen();
        ClockTimeline core = ClockTimeline.steady(world.clock(), world.speed(), thread);
        TrayHint hint = new TrayHint(
                ClockTimeline.steady(Clock.systemUTC(), 1, thread),
                world.folders().home().resolve("tray-hint"),
                System.getenv().getOrDefault("XDG_CURRENT_DESKTOP", ""),
                words,
                sentence -> notifications.show(new Notifications.Notice("Ampel", sentence, Optional.empty())));
        tray = new Tray(
                host,
                new Menus(words, world.console().zones()),
                renderer,
                core,
                thread,
                hint,
                new SignedOutNotice(core, notifications, words, host::signIn),
                new EndingNotice(
                        core,
                        notifications,
                        words,
                        () -> host.engine().tell(new Intent.ExtendManual(Menus.EXTENSION))));
    }

    public static Panel ofThisComputer(World world, TrayHost host) {
        return switch (OperatingSystem.current()) {
            case LINUX -> new Panel(world, host, LinuxTray.ofThisSession(), LinuxNotifications.ofThisSession());
            case MACOS, WINDOWS -> {
                AwtTray awt = new AwtTray();
                yield new Panel(world, host, awt, awt);
            }
        };
    }

    public void start() {
        tray.start();
        settings.onChange(changed -> tray.refresh());
    }

    /** Whether it shows the icon; empty while that is not known yet. */
    public Optional<Boolean> isShown() {
        return tray.isPlaced();
    }

    @Override
    public void close() {
        tray.close();
        notifications.close();
        thread.shutdownNow();
    }
}
