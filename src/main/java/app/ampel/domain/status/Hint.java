package app.ampel.domain.status;

import app.ampel.domain.naming.WireName;

/** What is said once, with the first status that it is true of. */
public enum Hint implements WireName {
    /** Teams' clients look now and then only. */
    TAKES_MINUTES,
    /** The preferred presence is one slot, and the user may have put something there in Teams. */
    REPLACES,
    /** Do not disturb. */
    VOICEMAIL
}
