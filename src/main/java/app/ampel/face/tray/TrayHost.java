package app.ampel.face.tray;

import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.engine.Engine;
import app.ampel.service.overview.Overviews;
import app.ampel.service.status.StatusService;

/** The running program as the tray sees it. Called on the tray's thread; all but {@code engine} must be quick. */
public interface TrayHost {

    Engine engine();

    /** What it shows. */
    Overviews overviews();

    /** A status set by hand. */
    StatusService status();

    /** How a status is set by hand, by the settings. */
    StatusDefaults habits();

    /** How the icon is drawn, by the settings; see {@link Tray#refresh}. */
    IconStyle iconStyle();

    /** See {@link app.ampel.service.lights.Lights#identify}. */
    boolean identify(String lightId);

    /** Brings the window to the front, where there is one. */
    void open();

    /** The same, at the settings. */
    void openSettings();

    /** Begins a sign-in, and shows the user what to do. */
    void signIn();

    /** Ends the program in good order; returns before that is done. */
    void quit();
}
