package app.ampel.demo.people;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An account of the directory.
 *
 * @param id object id
 * @param givenName rooms and shared mailboxes have neither this nor a surname
 * @param enabled whether signing in is allowed; usually not for rooms and shared mailboxes
 * @param teams whether a plan with Teams is assigned
 * @param outOfOffice the automatic reply of the mailbox, while it is switched on
 */
public record Colleague(
        String id,
        Role role,
        String displayName,
        Optional<String> givenName,
        Optional<String> surname,
        Optional<String> mail,
        String username,
        Optional<String> department,
        Optional<String> jobTitle,
        boolean enabled,
        boolean teams,
        Optional<String> outOfOffice) {

    /** What the account is for; Microsoft's directory does not say it anywhere. */
    public enum Role {
        EMPLOYEE,
        GUEST,
        ROOM,
        SHARED_MAILBOX
    }

    public Colleague {
        Objects.requireNonNull(id);
        Objects.requireNonNull(role);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(givenName);
        Objects.requireNonNull(surname);
        Objects.requireNonNull(mail);
        Objects.requireNonNull(username);
        Objects.requireNonNull(department);
        Objects.requireNonNull(jobTitle);
        Objects.requireNonNull(outOfOffice);
    }

    /** @param username also the mail address */
    public static Colleague employee(
            String givenName, String surname, String username, String department, String jobTitle) {
        return new Colleague(
                idOf(username),
                Role.EMPLOYEE,
                givenName + " " + surname,
                Optional.of(givenName),
                Optional.of(surname),
                Optional.of(username),
                username,
                Optional.of(department),
                Optional.of(jobTitle),
                true,
                true,
                Optional.empty());
    }

    static Colleague guest(String givenName, String surname, String mail, String domain) {
        String username = mail.replace('@', '_') + "#EXT#@" + domain;
        return new Colleague(
                idOf(username),
                Role.GUEST,
                givenName + " " + surname,
                Optional.of(givenName),
                Optional.of(surname),
                Optional.of(mail),
                username,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                Optional.empty());
    }

    static Colleague technical(Role role, String displayName, String username) {
        return new Colleague(
                idOf(username),
                role,
                displayName,
                Optional.empty(),
                Optional.empty(),
                Optional.of(username),
                username,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    /** The same with another object id. */
    public Colleague withId(String other) {
        return new Colleague(
                other,
                role,
                displayName,
                givenName,
                surname,
                mail,
                username,
                department,
                jobTitle,
                enabled,
                teams,
                outOfOffice);
    }

    public Colleague named(String name) {
        return new Colleague(
                id, role, name, givenName, surname, mail, username, department, jobTitle, enabled, teams, outOfOffice);
    }

    /** Signing in is switched off, and the licence taken away. */
    Colleague disabled() {
        return new Colleague(
                id,
                role,
                displayName,
                givenName,
                surname,
                mail,
                username,
                department,
                jobTitle,
                false,
                false,
                outOfOffice);
    }

    public Colleague outOfOffice(String reply) {
        return new Colleague(
                id,
                role,
                displayName,
                givenName,
                surname,
                mail,
                username,
                department,
                jobTitle,
                enabled,
                teams,
                Optional.of(reply));
    }

    public static String idOf(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
