package app.ampel.side;

import app.ampel.domain.status.StatusDefaults;
import app.ampel.face.tray.IconStyle;
import app.ampel.face.tray.TrayHost;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.lights.Lights;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.Settings;
import app.ampel.service.status.StatusService;

/**
 * The running program as its tray sees it.
 *
 * @param window brings the window to the front
 * @param settingsPage the same, at the settings
 * @param end ends the program
 */
public record TraySide(
        World world,
        Engine engine,
        Overviews overviews,
        StatusService status,
        Lights lights,
        Runnable window,
        Runnable settingsPage,
        Runnable end)
        implements TrayHost {

    @Override
    public StatusDefaults habits() {
        return settings().habits();
    }

    @Override
    public IconStyle iconStyle() {
        return switch (settings().looks().icons()) {
            case COLOUR -> IconStyle.COLOUR;
            case MONO -> IconStyle.MONO;
        };
    }

    private Settings settings() {
        return world.settings().settings();
    }

    @Override
    public boolean identify(String lightId) {
        return lights.identify(lightId);
    }

    @Override
    public void open() {
        window.run();
    }

    @Override
    public void openSettings() {
        settingsPage.run();
    }

    @Override
    public void signIn() {
        engine.tell(new Intent.SignIn(settings().account().way()));
        // The window shows the code.
        open();
    }

    @Override
    public void quit() {
        end.run();
    }
}
