package app.ampel.face.window.kit;

/**
 * The shape in the middle of the ring: what it says can be read without its colour. It is the one that the tray's icon has,
 * see {@code icons/state}.
 */
public enum Sign {
    TICK,
    HANDSET,
    DISC,
    BAR,
    CLOCK,
    ARROW,
    HOLLOW,
    QUESTION,
    EXCLAMATION,
    PADLOCK,
    CLOUD,
    HOURGLASS,
    PAUSE
}
