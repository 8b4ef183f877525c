package app.ampel.doctor;

import app.ampel.naming.Word;

/** What is looked at, in the order in which it is told. The words are under {@code doctor.check.*}. */
public enum Check implements Word {
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
