package app.ampel.face.window.kit;

/** The colours that Teams itself uses for presence on screens, as in {@code icons/state}; lights have purer ones. */
public enum TeamsColour {
    AVAILABLE("#13a10e"),
    BUSY("#d13438"),
    AWAY("#eaa300"),
    OUT_OF_OFFICE("#c239b3"),
    OFFLINE("#767676"),
    /** Nothing can be said. */
    NONE("#767676");

    private final String web;

    TeamsColour(String web) {
        this.web = web;
    }

    /** {@code #rrggbb}. */
    public String web() {
        return web;
    }
}
