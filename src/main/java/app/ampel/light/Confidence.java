package app.ampel.light;

import java.util.Locale;

/** How well it is known what a model wants to be sent. */
public enum Confidence {
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

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
