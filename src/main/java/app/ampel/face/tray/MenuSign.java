package app.ampel.face.tray;

/** What a panel lets know of whether somebody looks at the menu. Panels differ in how much of it they do. */
public enum MenuSign {
    /** The menu is about to be shown afresh. */
    OPENING,
    /** A part of it is about to be shown. */
    LOOKED_AT,
    /** Something of it is open, until {@link #SHUT}. */
    OPEN,
    /** What was known to be open is so no more; the rest may be. */
    SHUT
}
