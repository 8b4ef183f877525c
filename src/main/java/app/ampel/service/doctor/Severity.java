package app.ampel.service.doctor;

import app.ampel.domain.naming.WireName;

/** How bad it is, the worst last. */
public enum Severity implements WireName {
    OK,
    /** Good to know; nobody has to do anything. */
    NOTE,
    /** Ampel works, but not as it should. */
    WARNING,
    /** What Ampel is for does not work. */
    FAULT
}
