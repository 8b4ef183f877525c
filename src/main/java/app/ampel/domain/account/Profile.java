package app.ampel.domain.account;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who is signed in.
 *
 * @param name display name
 * @param username sign-in name, usually the mail address
 * @param organisation the organisation's domain
 * @param tenantId the organisation's tenant id
 * @param objectId the user's object id in the directory
 * @param scopes what has been granted
 */
public record Profile(
        String name, String username, String organisation, String tenantId, String objectId, Set<Scope> scopes) {

    public Profile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(username);
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(objectId);
        scopes = Set.copyOf(scopes);
    }

    /** With {@code withdrawn} granted no more. */
    public Profile without(Set<Scope> withdrawn) {
        Set<Scope> left = new HashSet<>(scopes);
        left.removeAll(withdrawn);
        return new Profile(name, username, organisation, tenantId, objectId, left);
    }
}
