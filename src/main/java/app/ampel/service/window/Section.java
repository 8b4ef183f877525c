package app.ampel.service.window;

import app.ampel.domain.naming.WireName;

/** The window's pages, in the order of its rail. */
public enum Section implements WireName {
    STATUS,
    PEOPLE,
    LIGHTS,
    COLOURS,
    HISTORY,
    SETTINGS,
    DIAGNOSTICS
}
