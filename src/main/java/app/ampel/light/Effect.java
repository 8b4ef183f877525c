package app.ampel.light;

import java.util.Locale;

/** What a light does with its colour. */
public enum Effect {
    SOLID,
    /** On and off, half a second each. */
    BLINK,
    /** Softly brighter and darker, about two seconds a turn. */
    PULSE,
    /** Two short flashes, then a pause; about two seconds a turn. */
    DOUBLE_BLINK;

    /** As in JSON and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
