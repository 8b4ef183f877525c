package app.ampel.face.window.wall;

import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.wall.WallTheme;
import java.util.Map;

/**
 * What is drawn in which colour, each as {@code #rrggbb}. A wall is not coloured by the window's theme: the other monitor may be
 * light and the wall dark.
 *
 * @param muted for what matters less than names
 * @param warning for what is old or has gone wrong
 * @param signs on a state's colour; {@code inks} for those on which that cannot be read
 */
record WallColours(
        String background,
        String text,
        String muted,
        String warning,
        String line,
        Map<TeamsColour, String> states,
        String signs,
        Map<TeamsColour, String> inks) {

    private static final String BLACK = "#000000";
    private static final String INK = "#1f2328";

    private static final Map<TeamsColour, String> AS_IN_TEAMS = Map.of(
            TeamsColour.AVAILABLE, TeamsColour.AVAILABLE.web(),
            TeamsColour.BUSY, TeamsColour.BUSY.web(),
            TeamsColour.AWAY, TeamsColour.AWAY.web(),
            TeamsColour.OUT_OF_OFFICE, TeamsColour.OUT_OF_OFFICE.web(),
            TeamsColour.OFFLINE, TeamsColour.OFFLINE.web(),
            TeamsColour.NONE, TeamsColour.NONE.web());

    /** Lighter, so that each stands out from black as much as it can. */
    private static final Map<TeamsColour, String> ON_BLACK = Map.of(
            TeamsColour.AVAILABLE, "#4dff4d",
            TeamsColour.BUSY, "#ff7b7b",
            TeamsColour.AWAY, "#ffd60a",
            TeamsColour.OUT_OF_OFFICE, "#ff9df5",
            TeamsColour.OFFLINE, "#c8c8c8",
            TeamsColour.NONE, "#c8c8c8");

    private static final WallColours LIGHT = new WallColours(
            "#ffffff", INK, "#57606a", "#9a3412", "#d0d7de", AS_IN_TEAMS, "#ffffff", Map.of(TeamsColour.AWAY, INK));

    private static final WallColours DARK = new WallColours(
            "#0d1117",
            "#f0f6fc",
            "#a3adb8",
            "#f0b72f",
            "#30363d",
            AS_IN_TEAMS,
            "#ffffff",
            Map.of(TeamsColour.AWAY, INK));

    private static final WallColours CONTRAST =
            new WallColours(BLACK, "#ffffff", "#ffffff", "#ffd60a", "#ffffff", ON_BLACK, BLACK, Map.of());

    static WallColours of(WallTheme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case CONTRAST -> CONTRAST;
        };
    }

    String state(TeamsColour hue) {
        return states.get(hue);
    }

    /** What is drawn on it. */
    String sign(TeamsColour hue) {
        return inks.getOrDefault(hue, signs);
    }
}
