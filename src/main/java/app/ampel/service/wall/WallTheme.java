package app.ampel.service.wall;

import app.ampel.domain.naming.WireName;

/** How a wall is coloured. */
public enum WallTheme implements WireName {
    LIGHT,
    DARK,
    /** Black and white, and nothing but the states in colour. */
    CONTRAST
}
