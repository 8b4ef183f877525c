package app.ampel.domain.people;

import app.ampel.domain.people.FindAnswer.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Finds somebody who is free. Whoever is out of office comes last, a primary contact too; before that the primary contact, then
 * those named as secondary, then the pool; among these whoever is available before whoever is idle; and among equals chance
 * decides, so that it is never always the first. Pure.
 */
public final class Finder {

    private Finder() {}

    /**
     * @param candidates in whatever order; somebody who is there twice counts with the first of the reasons
     * @param known what was told about somebody
     * @param shown object ids of those who were shown already and are not wanted
     * @param leftOut object ids of those who must not appear, for whatever reason
     */
    public static FindAnswer find(
            List<Candidate> candidates,
            Function<String, Optional<PresenceAt>> known,
            Set<String> shown,
            Set<String> leftOut,
            Instant now,
            RandomGenerator random) {
        Set<String> once = new HashSet<>();
        List<Candidate> all = candidates.stream()
                .sorted(Comparator.comparing(Candidate::origin))
                .filter(candidate -> !leftOut.contains(candidate.id()) && once.add(candidate.id()))
                .toList();
        List<Found> left = new ArrayList<>();
        int unknown = 0;
        boolean anyShown = false;
        for (Candidate candidate : all) {
            Optional<PresenceAt> at = known.apply(candidate.id());
            Reachability reachability = Reachability.of(at, now);
            unknown += reachability == Reachability.UNKNOWN ? 1 : 0;
            if (shown.contains(candidate.id())) {
                anyShown |= reachability.isFree();
            } else if (reachability.isFree() || reachability.isNear()) {
                PresenceAt told = at.orElseThrow();
                left.add(new Found(candidate, told.on(now).orElseThrow(), reachability, told.asOf(), 1));
            }
        }
        Optional<Found> drawn = draw(left, random);
        return new FindAnswer(drawn, drawn.isPresent() ? List.of() : nearest(left), all.size(), unknown, anyShown);
    }

    private static Optional<Found> draw(List<Found> left, RandomGenerator random) {
        Optional<Found> best = free(left).min(RANK);
        return best.map(first -> {
            List<Found> equals =
                    free(left).filter(each -> RANK.compare(each, first) == 0).toList();
            Found one = equals.get(random.nextInt(equals.size()));
            return new Found(one.candidate(), one.presence(), one.reachability(), one.asOf(), equals.size());
        });
    }

    private static Stream<Found> free(List<Found> left) {
        return left.stream().filter(each -> each.reachability().isFree());
    }

    private static final Comparator<Found> RANK = Comparator.<Found, Boolean>comparing(
                    found -> found.reachability() == Reachability.AVAILABLE_OUT_OF_OFFICE)
            .thenComparing(found -> found.candidate().origin().tier())
            .thenComparing(Found::reachability);

    private static List<Found> nearest(List<Found> left) {
        return left.stream()
                .filter(each -> each.reachability().isNear())
                .sorted(Comparator.comparing(Found::reachability)
                        .thenComparing(found -> found.candidate().origin().tier()))
                .limit(FindAnswer.MOST_NEAREST)
                .toList();
    }
}
