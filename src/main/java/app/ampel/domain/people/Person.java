package app.ampel.domain.people;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody of the directory, as far as the granted scopes show them. What may not be read is empty: Graph answers null
 * for it without an error, so that empty never means "no".
 *
 * @param id object id in the directory
 * @param name display name, made legible; empty text where there is none
 * @param mail for people to read; empty where there is none
 * @param username the sign-in name (userPrincipalName), which links to Teams are made of; empty where it is not known
 * @param department empty without {@code User.Read.All}, but for {@code /me/people}
 * @param jobTitle the same
 * @param named whether a given name or a surname is known: rooms and shared mailboxes usually have none
 * @param enabled whether signing in is allowed; empty without {@code User.Read.All}
 * @param guest empty without {@code User.Read.All}
 * @param teams whether a plan with Teams is assigned and enabled; empty without {@code User.Read.All}
 */
public record Person(
        String id,
        String name,
        Optional<String> mail,
        Optional<String> username,
        Optional<String> department,
        Optional<String> jobTitle,
        boolean named,
        Optional<Boolean> enabled,
        Optional<Boolean> guest,
        Optional<Boolean> teams) {

    public Person {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(mail);
        Objects.requireNonNull(username);
        Objects.requireNonNull(department);
        Objects.requireNonNull(jobTitle);
        Objects.requireNonNull(enabled);
        Objects.requireNonNull(guest);
        Objects.requireNonNull(teams);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a person without an id");
        }
    }

    /** With what the smallest scope gives. */
    public static Person of(String id, String name, String mail) {
        return new Person(
                id,
                name,
                Optional.of(mail),
                Optional.of(mail),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
