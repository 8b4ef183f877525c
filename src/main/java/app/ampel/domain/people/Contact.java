package app.ampel.domain.people;

import java.util.Objects;

/**
 * All that is kept on this computer of somebody: who it is, so that the presence can be asked for, and a name to show until it
 * has been.
 *
 * @param id object id in the directory
 * @param name as it was when it was kept; may be empty
 */
public record Contact(String id, String name) {

    static final int LONGEST_NAME = 256;

    public Contact {
        Limits.id(id);
        Objects.requireNonNull(name);
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name is too long");
        }
    }

    public static Contact of(Person person) {
        return new Contact(person.id(), Limits.cut(person.name(), LONGEST_NAME));
    }

    /** Without the name: it might be logged. */
    @Override
    public String toString() {
        return "Contact";
    }
}
