package app.ampel.doctor;

import java.util.Locale;

/** How bad it is, the worst last. */
public enum Severity {
    OK,
    /** Good to know; nobody has to do anything. */
    NOTE,
    /** Ampel works, but not as it should. */
    WARNING,
    /** What Ampel is for does not work. */
    FAULT;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
