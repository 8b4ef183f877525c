package app.ampel.service.people;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom to find, as it was typed: each person is a mail, an id or a name that matches one person only.
 *
 * @param pool empty: only those who are named
 */
public record FindWords(
        Optional<String> primary,
        List<String> secondary,
        Optional<Pool> pool,
        List<String> excluded,
        Question question) {

    public FindWords {
        Objects.requireNonNull(primary);
        secondary = List.copyOf(secondary);
        Objects.requireNonNull(pool);
        excluded = List.copyOf(excluded);
        Objects.requireNonNull(question);
    }

    /** As it was typed. */
    public sealed interface Pool {

        <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E;

        /** One method for each. */
        interface Visitor<T, E extends Exception> {
            T group(String nameOrId, ContactPool.Part part) throws E;

            /** What needs no directory to be understood. */
            T known(ContactPool pool) throws E;
        }

        /** @param part owners, where nothing else is said */
        record Group(String nameOrId, ContactPool.Part part) implements Pool {
            public Group {
                Objects.requireNonNull(nameOrId);
                Objects.requireNonNull(part);
            }

            @Override
            public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
                return visitor.group(nameOrId, part);
            }
        }

        record Known(ContactPool pool) implements Pool {
            public Known {
                Objects.requireNonNull(pool);
            }

            @Override
            public <T, E extends Exception> T accept(Visitor<T, E> visitor) throws E {
                return visitor.known(pool);
            }
        }
    }

    /** Without its words: it might be logged. */
    @Override
    public String toString() {
        return "FindWords";
    }
}
