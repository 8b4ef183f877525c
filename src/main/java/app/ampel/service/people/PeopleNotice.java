package app.ampel.service.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.TeamsLink;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who was waited for is available. Told once, then done.
 *
 * @param chat empty where the sign-in name is not known
 */
public record PeopleNotice(
        Contact contact, Optional<Person> person, Reachability reachability, Instant asOf, Optional<TeamsLink> chat) {

    public PeopleNotice {
        Objects.requireNonNull(contact);
        Objects.requireNonNull(person);
        Objects.requireNonNull(reachability);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(chat);
    }

    /** Without the person: it might be logged. */
    @Override
    public String toString() {
        return "PeopleNotice";
    }
}
