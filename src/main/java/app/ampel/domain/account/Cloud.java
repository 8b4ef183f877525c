package app.ampel.domain.account;

import app.ampel.domain.naming.WireName;

/** Microsoft's clouds: login host, Graph host, and what presence they offer. */
public enum Cloud implements WireName {
    GLOBAL("login.microsoftonline.com", "graph.microsoft.com", true, true),
    USGOV("login.microsoftonline.us", "graph.microsoft.us", true, false),
    USGOV_DOD("login.microsoftonline.us", "dod-graph.microsoft.us", true, false),
    CHINA("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn", false, false);

    private final String loginHost;
    private final String graphHost;
    private final boolean readsPresence;
    private final boolean setsPresence;

    Cloud(String loginHost, String graphHost, boolean readsPresence, boolean setsPresence) {
        this.loginHost = loginHost;
        this.graphHost = graphHost;
        this.readsPresence = readsPresence;
        this.setsPresence = setsPresence;
    }

    public String loginHost() {
        return loginHost;
    }

    public String graphHost() {
        return graphHost;
    }

    public boolean readsPresence() {
        return readsPresence;
    }

    public boolean setsPresence() {
        return setsPresence;
    }
}
