package app.ampel.side;

import app.ampel.adapter.os.NativeMemory;
import app.ampel.face.cli.ConsoleReporter;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.WindowPorts;
import app.ampel.face.window.frame.Windows;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.Settings;
import java.time.Clock;

/** The way to the window, for whoever may ask for it. Where there can be no window, the narrator says so. Any thread. */
public final class WindowDoor implements AutoCloseable {

    private final World world;
    private final ConsoleReporter narrator;
    private final Windows windows;
    private Looks drawn;

    /** @param ports the program as the window will see it */
    public WindowDoor(World world, Toolkit toolkit, WindowPorts ports, LooksSide looks, ConsoleReporter narrator) {
        this.world = world;
        this.narrator = narrator;
        windows = new Windows(
                toolkit,
                ports,
                world.words(),
                world.console().zones(),
                Clock.systemUTC(),
                new SeenFile(world.folders().closingExplained()),
                looks::isDark,
                WindowDoor::letGo);
        drawn = world.settings().settings().looks();
        world.settings().onChange(this::follow);
    }

    private static void letGo() {
        System.gc();
        NativeMemory.giveBack();
    }

    /** Called by one thread at a time, the store's. */
    private void follow(Settings changed) {
        if (!changed.looks().equals(drawn)) {
            drawn = changed.looks();
            windows.follow();
        }
    }

    /** Opens the window, or brings it to the front. Blocks while the toolkit starts. */
    public void show() {
        shown(world.display() && windows.show());
    }

    /** The same, at the settings. */
    public void showSettings() {
        shown(world.display() && windows.showSettings());
    }

    private void shown(boolean isShown) {
        if (!isShown) {
            narrator.say(world.console().words().say("ui.no-window"));
        }
    }

    /** Closes the window; returns before that is done. */
    @Override
    public void close() {
        windows.close();
    }
}
