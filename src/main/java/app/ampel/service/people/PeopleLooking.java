package app.ampel.service.people;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.PresenceRound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who looks at what, and what is asked for because of it.
 *
 * @param lists how many look at the watch list
 * @param rounds whose presence is asked for; in the order of their ids
 */
record PeopleLooking(int lists, Optional<WallLook> wall, Map<RoundId, PresenceRound> rounds) {

    static final PeopleLooking NOBODY = new PeopleLooking(0, Optional.empty(), Map.of());

    /** For what people are asked for; the order is that of their turn among equals. */
    enum Purpose {
        /** Somebody has asked, and waits for the answer. */
        ONCE,
        WATCH_LIST,
        WALL,
        WAITS
    }

    record RoundId(Purpose purpose, long number) implements Comparable<RoundId> {
        RoundId {
            Objects.requireNonNull(purpose);
        }

        @Override
        public int compareTo(RoundId other) {
            int byPurpose = purpose.compareTo(other.purpose);
            return byPurpose != 0 ? byPurpose : Long.compare(number, other.number);
        }
    }

    /**
     * A wall that is on a screen.
     *
     * @param number another one for each
     * @param people without technical accounts
     * @param at when they were asked for
     */
    record WallLook(long number, ContactPool pool, List<Person> people, Instant at) {
        WallLook {
            Objects.requireNonNull(pool);
            people = List.copyOf(people);
            Objects.requireNonNull(at);
        }

        /** Without the people: it might be logged. */
        @Override
        public String toString() {
            return "WallLook";
        }
    }

    PeopleLooking {
        Objects.requireNonNull(wall);
        Objects.requireNonNull(rounds);
        if (lists < 0) {
            throw new IllegalArgumentException("looked away before looking");
        }
    }

    PeopleLooking lists(int other) {
        return new PeopleLooking(other, wall, rounds);
    }

    PeopleLooking wall(Optional<WallLook> other) {
        return new PeopleLooking(lists, other, rounds);
    }

    PeopleLooking with(RoundId id, PresenceRound round) {
        Map<RoundId, PresenceRound> after = new TreeMap<>(rounds);
        after.put(id, round);
        return new PeopleLooking(lists, wall, after);
    }

    PeopleLooking without(RoundId id) {
        Map<RoundId, PresenceRound> after = new TreeMap<>(rounds);
        after.remove(id);
        return new PeopleLooking(lists, wall, after);
    }

    Optional<PresenceRound> round(RoundId id) {
        return Optional.ofNullable(rounds.get(id));
    }

    PeopleLooking corrected(Duration by) {
        Map<RoundId, PresenceRound> after = new TreeMap<>();
        rounds.forEach((id, round) -> after.put(id, round.corrected(by)));
        return new PeopleLooking(lists, wall, after);
    }
}
