package app.ampel.service.people;

import app.ampel.domain.naming.WireName;

/**
 * What was typed names nobody, or nothing: the cause of a problem that is {@code NOT_FOUND}, or {@code AMBIGUOUS} for a group. Its
 * message does not say what was typed: it might be logged.
 */
public final class UnknownNameException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What was meant. */
    public enum What implements WireName {
        PERSON,
        GROUP,
        /** Of the user's own. */
        LIST
    }

    private final What what;
    private final transient String typed;

    UnknownNameException(What what, String typed) {
        super("no such " + what.word());
        this.what = what;
        this.typed = typed;
    }

    public What what() {
        return what;
    }

    public String typed() {
        return typed;
    }
}
