package app.ampel.face.window.frame;

import app.ampel.domain.naming.Word;

/** What the rail leads to, in its order. */
enum Section implements Word {
    STATUS,
    LIGHTS,
    COLOURS,
    HISTORY,
    SETTINGS,
    DIAGNOSTICS
}
