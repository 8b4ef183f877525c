package app.ampel.service.people;

import app.ampel.domain.people.Person;
import java.util.List;

/** What was typed matches more than one person. Its message names none of them: it might be logged. */
public final class AmbiguousPersonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient String typed;
    private final transient List<Person> matches;

    AmbiguousPersonException(String typed, List<Person> matches) {
        super("more than one person matches");
        this.typed = typed;
        this.matches = List.copyOf(matches);
    }

    public String typed() {
        return typed;
    }

    /** All of them, at most 15. */
    public List<Person> matches() {
        return matches;
    }
}
