package app.ampel.face.window.frame;

import app.ampel.face.window.colours.ColoursHost;
import app.ampel.face.window.diagnostics.DiagnosticsHost;
import app.ampel.face.window.history.HistoryHost;
import app.ampel.face.window.kit.WindowHost;
import app.ampel.face.window.lights.LightsHost;
import app.ampel.face.window.settings.SettingsHost;
import app.ampel.face.window.signin.FirstRunHost;
import java.util.Objects;

/**
 * The running program as its window needs it.
 *
 * @param window what every page needs
 * @param firstRun what only a first run needs
 * @param settings what only the settings page needs
 * @param lights what the page of lights needs
 * @param colours what the page of colours needs
 * @param history what was, on the days before
 * @param diagnostics what the diagnostics page needs
 */
public record WindowPorts(
        WindowHost window,
        FirstRunHost firstRun,
        SettingsHost settings,
        LightsHost lights,
        ColoursHost colours,
        HistoryHost history,
        DiagnosticsHost diagnostics) {

    public WindowPorts {
        Objects.requireNonNull(window);
        Objects.requireNonNull(firstRun);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(lights);
        Objects.requireNonNull(colours);
        Objects.requireNonNull(history);
        Objects.requireNonNull(diagnostics);
    }
}
