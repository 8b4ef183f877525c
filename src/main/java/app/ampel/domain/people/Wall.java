package app.ampel.domain.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who is on the wall: people who are neither offline nor unknown, by name. Pure.
 *
 * @param rows by name, so that nobody jumps when somebody else's state changes
 * @param lookedFor which technical accounts could be told from people
 * @param asOf since when all of it is true: the oldest of what was told; empty while there is nobody
 */
public record Wall(List<Row> rows, List<TechnicalAccount> lookedFor, Optional<Instant> asOf) {

    /** Somebody, and what is known. */
    public record Row(Person person, Presence presence, Reachability reachability, Instant asOf) {
        public Row {
            Objects.requireNonNull(person);
            Objects.requireNonNull(presence);
            Objects.requireNonNull(reachability);
            Objects.requireNonNull(asOf);
        }

        /** Without anything of the person: it might be logged. */
        @Override
        public String toString() {
            return "Row";
        }
    }

    private static final Comparator<Row> BY_NAME = Comparator.comparing(
                    (Row row) -> row.person().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(row -> row.person().id());

    public Wall {
        rows = List.copyOf(rows);
        lookedFor = List.copyOf(lookedFor);
        Objects.requireNonNull(asOf);
    }

    /**
     * @param leftOut object ids of those who must not appear
     * @param granted with which the people were asked for
     */
    public static Wall of(
            Collection<Person> people,
            Function<String, Optional<PresenceAt>> known,
            Set<String> leftOut,
            Set<Scope> granted,
            Instant now) {
        List<Row> rows = people.stream()
                .filter(person -> !leftOut.contains(person.id())
                        && TechnicalAccount.of(person).isEmpty())
                .flatMap(person -> known.apply(person.id()).stream().flatMap(at -> row(person, at, now)))
                .sorted(BY_NAME)
                .toList();
        return new Wall(
                rows,
                TechnicalAccount.lookedFor(granted),
                rows.stream().map(Row::asOf).min(Comparator.naturalOrder()));
    }

    private static Stream<Row> row(Person person, PresenceAt at, Instant now) {
        Optional<Presence> presence = at.on(now).filter(Wall::isThere);
        return presence.map(it -> new Row(person, it, Reachability.of(presence), at.asOf())).stream();
    }

    /** Out of office says nothing about being there: only somebody who is does count. */
    private static boolean isThere(Presence presence) {
        return switch (PresenceKind.of(presence)) {
            case IN_A_CALL, FOCUSING, IN_A_MEETING, DO_NOT_DISTURB, BUSY, AVAILABLE, AWAY -> true;
            case OUT_OF_OFFICE -> presence.availability().equals(Availability.AWAY);
            case OFFLINE, UNKNOWN -> false;
        };
    }
}
