package app.ampel.domain.people;

import app.ampel.domain.presence.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who was found, or nobody and who is nearest.
 *
 * @param found empty: nobody is free, or nobody else
 * @param nearest where nobody was found: who will be free first, as far as one can tell
 * @param looked how many people it was looked at, those left out not counted
 * @param unknown of how many of them nothing is known
 * @param anyShown whether somebody who is free was shown before
 */
public record FindAnswer(Optional<Found> found, List<Found> nearest, int looked, int unknown, boolean anyShown) {

    /** So many are named. */
    public static final int MOST_NEAREST = 3;

    /**
     * Somebody, why this one, and how fresh that is.
     *
     * @param among of how many chance has drawn this one; 1: of nobody else
     */
    public record Found(Candidate candidate, Presence presence, Reachability reachability, Instant asOf, int among) {
        public Found {
            Objects.requireNonNull(candidate);
            Objects.requireNonNull(presence);
            Objects.requireNonNull(reachability);
            Objects.requireNonNull(asOf);
            if (among < 1) {
                throw new IllegalArgumentException("one of nobody");
            }
        }

        public Person person() {
            return candidate.person();
        }

        /** Without anything of the person: it might be logged. */
        @Override
        public String toString() {
            return "Found";
        }
    }

    public FindAnswer {
        Objects.requireNonNull(found);
        nearest = List.copyOf(nearest);
        if (nearest.size() > MOST_NEAREST || found.isPresent() && !nearest.isEmpty()) {
            throw new IllegalArgumentException("nearest is who comes in place of nobody");
        }
    }

    /** Who is free has been shown already, all of them. */
    public boolean isNobodyElse() {
        return found.isEmpty() && anyShown;
    }
}
