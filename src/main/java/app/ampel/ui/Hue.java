package app.ampel.ui;

/** The colours that Teams itself uses for presence on screens; lights have purer ones of their own. */
public enum Hue {
    AVAILABLE("#6bb700"),
    BUSY("#c4314b"),
    AWAY("#ffaa44"),
    OUT_OF_OFFICE("#b4009e"),
    OFFLINE("#8a8886"),
    /** Nothing can be said. */
    NONE("#8a8886");

    private final String web;

    Hue(String web) {
        this.web = web;
    }

    /** {@code #rrggbb}. */
    public String web() {
        return web;
    }
}
