package app.ampel.service.people;

import app.ampel.domain.people.Person;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.presence.Presence;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One person, asked for once.
 *
 * @param presence empty: Microsoft says nothing about this person
 */
public record PersonAnswer(
        Person person,
        Optional<Presence> presence,
        Reachability reachability,
        Instant asOf,
        Optional<FindResult.Links> links) {

    public PersonAnswer {
        Objects.requireNonNull(person);
        Objects.requireNonNull(presence);
        Objects.requireNonNull(reachability);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(links);
    }

    /** Without the person: it might be logged. */
    @Override
    public String toString() {
        return "PersonAnswer";
    }
}
