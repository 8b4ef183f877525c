package app.ampel.face.window.frame;

import app.ampel.domain.naming.WireName;

/** What the rail leads to, in its order. */
enum Section implements WireName {
    STATUS,
    LIGHTS,
    COLOURS,
    HISTORY,
    SETTINGS,
    DIAGNOSTICS
}
