package app.ampel.doctor;

import java.util.Locale;

/** What is looked at, in the order in which it is told. The words are under {@code doctor.check.*}. */
public enum Check {
    PROGRAM,
    ACCOUNT,
    PERMISSIONS,
    PRESENCE,
    NETWORK,
    PROXY,
    CLOCK,
    LIGHTS,
    RULES,
    TRAY,
    SESSION,
    AUTOSTART,
    TOKENS,
    SETTINGS,
    HOME,
    MACHINE;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
