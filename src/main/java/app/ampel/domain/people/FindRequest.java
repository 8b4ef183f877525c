package app.ampel.domain.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whom to look for. With a primary contact it is a redirection: that person if free, else somebody else. Without, it routes a
 * question to somebody of a pool.
 *
 * @param secondary by name; they come before the pool
 * @param excluded object ids of those who are not meant
 */
public record FindRequest(
        Optional<Contact> primary, List<Contact> secondary, Optional<ContactPool> pool, Set<String> excluded) {

    public static final int MOST_SECONDARY = 50;
    public static final int MOST_EXCLUDED = 650;

    public FindRequest {
        Objects.requireNonNull(primary);
        secondary = List.copyOf(secondary);
        Objects.requireNonNull(pool);
        excluded = Set.copyOf(excluded);
        Limits.atMost("secondary contacts", secondary, MOST_SECONDARY, Contact::id);
        Limits.ids("excluded people", excluded, MOST_EXCLUDED);
        if (primary.isEmpty() && secondary.isEmpty() && pool.isEmpty()) {
            throw new IllegalArgumentException("nobody to look for");
        }
        if (pool.filter(it -> it.use() == PeopleUse.EVERYBODY).isPresent()) {
            throw new IllegalArgumentException("nobody is drawn out of a whole organisation");
        }
    }

    public static FindRequest in(ContactPool pool) {
        return new FindRequest(Optional.empty(), List.of(), Optional.of(pool), Set.of());
    }

    /** A redirection: this person, or else one of {@code pool}. */
    public static FindRequest of(Contact primary, ContactPool pool) {
        return new FindRequest(Optional.of(primary), List.of(), Optional.of(pool), Set.of());
    }
}
