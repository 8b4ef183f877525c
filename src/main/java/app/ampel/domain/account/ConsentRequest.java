package app.ampel.domain.account;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be granted beside what is granted already, and what for.
 *
 * @param scopes one at least
 */
public record ConsentRequest(Set<Scope> scopes, ConsentReason reason) {

    /** Without it Teams is told nothing. */
    public static final ConsentRequest SET_STATUS = new ConsentRequest(Scope.STATUS, ConsentReason.SET_STATUS);

    public ConsentRequest {
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(reason);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("nothing to be granted");
        }
    }

    /** Whether there is nothing left to ask for. */
    public boolean isGranted(Collection<Scope> granted) {
        return granted.containsAll(scopes);
    }

    /** The scopes as users and administrators see them, in a fixed order. */
    public String text() {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    }
}
