package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;

/** What came of putting the udev rules for lights in place. */
public enum UdevOutcome implements WireName {
    DONE,
    /** There is no program that could ask for the password. */
    NO_PKEXEC,
    /** The password was not given, or nobody may have it. */
    REFUSED,
    FAILED,
    /** Other systems have no udev, and let every user at the lights. */
    NOT_NEEDED
}
