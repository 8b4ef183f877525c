package app.ampel.domain.account;

import app.ampel.domain.naming.WireName;

/** What more is to be granted for: a user who is asked for it is told. The words are under {@code prompt.consent.*}. */
public enum ConsentReason implements WireName {
    /** A status set by hand is to be told to Teams. */
    SET_STATUS,
    /** The presence of others is to be shown. */
    SEE_COLLEAGUES,
    /** Somebody is looked for in a group. */
    READ_GROUPS,
    /** Somebody is looked for in a department, or everybody is on a wall. */
    READ_DIRECTORY
}
