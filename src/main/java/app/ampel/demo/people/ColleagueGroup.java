package app.ampel.demo.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A group of the directory.
 *
 * @param members object ids of people and of other groups
 * @param owners object ids of people; any other is a service principal's
 * @param hidden whether only members may see who its members are
 */
public record ColleagueGroup(
        String id, String name, Optional<String> mail, List<String> members, List<String> owners, boolean hidden) {

    public ColleagueGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(mail);
        members = List.copyOf(members);
        owners = List.copyOf(owners);
    }

    /** A group whose members everybody may see. */
    public static ColleagueGroup of(String name, List<String> members, List<String> owners) {
        return new ColleagueGroup(Colleague.idOf(name), name, Optional.empty(), members, owners, false);
    }
}
