package app.ampel.face.window.kit;

/** The colours that Teams itself uses for presence on screens, as in {@code icons/state}; lights have purer ones. */
public enum TeamsColour {
    AVAILABLE("#13a10e"),
    BUSY("#d13438"),
    AWAY("#eaa300", "#946800"),
    OUT_OF_OFFICE("#c239b3"),
    OFFLINE("#767676"),
    /** Nothing can be said. */
    NONE("#767676");

    private final String web;
    private final String edge;

    TeamsColour(String web) {
        this(web, web);
    }

    TeamsColour(String web, String edge) {
        this.web = web;
        this.edge = edge;
    }

    /** {@code #rrggbb}. */
    public String web() {
        return web;
    }

    /** What it is edged with, so that it stands out from white, too; itself where it does anyway. */
    public String edge() {
        return edge;
    }
}
