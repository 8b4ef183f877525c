package app.ampel.domain.people;

import java.util.Objects;
import java.util.Optional;

/**
 * A Microsoft 365 group, a security group, or a team (whose id is its group's).
 *
 * @param id object id in the directory
 * @param name display name, made legible
 * @param mail empty where it has none
 */
public record Group(String id, String name, Optional<String> mail) {

    public Group {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(mail);
    }
}
