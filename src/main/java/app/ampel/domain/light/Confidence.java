package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;

/** How well it is known what a model wants to be sent. */
public enum Confidence implements WireName {
    /** Independent sources agree. */
    AGREED,
    /** There is one source. */
    SINGLE_SOURCE,
    /** Sources contradict each other. */
    DISPUTED;

    /** Whether users should be told that nobody is known to have seen it work. */
    public boolean isUntried() {
        return this != AGREED;
    }
}
