package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;

/** What a light does with its colour. */
public enum Effect implements WireName {
    SOLID,
    /** On and off, half a second each. */
    BLINK,
    /** Softly brighter and darker, about two seconds a turn. */
    PULSE,
    /** Two short flashes, then a pause; about two seconds a turn. */
    DOUBLE_BLINK
}
