package app.ampel.face.window.kit;

/** The shape in the middle of the ring: what it says can be read without its colour. */
public enum Sign {
    TICK,
    HANDSET,
    DISC,
    BAR,
    CLOCK,
    ARROW,
    CROSS,
    QUESTION,
    EXCLAMATION,
    PADLOCK,
    NO_NETWORK,
    HOURGLASS,
    PAUSE
}
