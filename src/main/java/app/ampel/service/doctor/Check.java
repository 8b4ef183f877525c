package app.ampel.service.doctor;

import app.ampel.domain.naming.WireName;

/** What is looked at, in the order in which it is told. The words are under {@code doctor.check.*}. */
public enum Check implements WireName {
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
    MACHINE
}
