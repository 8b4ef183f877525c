package app.ampel.manual;

import java.util.Locale;

/** What is said once, with the first status that it is true of. */
public enum Hint {
    /** Teams' clients look now and then only. */
    TAKES_MINUTES,
    /** The preferred presence is one slot, and the user may have put something there in Teams. */
    REPLACES,
    /** Do not disturb. */
    VOICEMAIL;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
