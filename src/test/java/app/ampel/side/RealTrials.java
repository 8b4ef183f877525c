package app.ampel.side;

import app.ampel.desktop.Folders;
import app.ampel.light.serial.SerialLibrary;
import app.ampel.settings.SettingsStore;
import app.ampel.side.light.LightSide;
import app.ampel.ui.LightsHost;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What the page of lights has in the real program, with a home of its own. Looks at no light but those that are tried. */
public final class RealTrials implements AutoCloseable {

    private final LightSide lights;
    private final LightsSide side;

    public RealTrials(Path home) {
        Folders folders = new Folders(home, home.resolve("none.json"), List.of());
        SettingsStore settings = SettingsStore.open(folders, Clock.systemUTC());
        lights = new LightSide(settings, new SerialLibrary(folders.nativeLibraries()), List.of());
        side = new LightsSide(folders, lights);
    }

    public LightsHost host() {
        return side;
    }

    @Override
    public void close() {
        side.endTrial();
        side.close();
        lights.close();
    }
}
