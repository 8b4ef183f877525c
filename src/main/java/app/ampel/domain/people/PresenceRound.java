package app.ampel.domain.people;

import app.ampel.domain.presence.RequestBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * People whose presence is asked for again and again, in as many requests as are needed: whichever was asked for the longest ago
 * is next. A round of many requests takes longer than its interval, and what it learns is fresh for accordingly longer.
 * Pure.
 *
 * @param usual between two rounds of a single request
 */
public record PresenceRound(RequestBudget.Priority priority, Duration usual, List<Part> parts) {

    /** As many as Microsoft takes in one request. */
    public static final int A_REQUEST = 650;

    /** Of one request that comes again and again: a few are left for those who are waited for. */
    public static final int A_PART = A_REQUEST - PresenceWaits.MOST;

    /**
     * One request's worth.
     *
     * @param asked when it was last asked for; empty: never
     */
    public record Part(List<String> ids, Optional<Instant> asked) {
        public Part {
            ids = List.copyOf(ids);
            Objects.requireNonNull(asked);
            if (ids.isEmpty() || ids.size() > A_REQUEST) {
                throw new IllegalArgumentException(ids.size() + " people in one request");
            }
        }
    }

    public PresenceRound {
        Objects.requireNonNull(priority);
        parts = List.copyOf(parts);
        if (usual.isNegative() || usual.isZero()) {
            throw new IllegalArgumentException("an interval of nothing");
        }
    }

    public static PresenceRound of(RequestBudget.Priority priority, Duration usual, Collection<String> ids) {
        return of(priority, usual, ids, A_PART);
    }

    /** In as few requests as can be: for those who are asked for once. */
    public static PresenceRound once(RequestBudget.Priority priority, Duration usual, Collection<String> ids) {
        return of(priority, usual, ids, A_REQUEST);
    }

    private static PresenceRound of(RequestBudget.Priority priority, Duration usual, Collection<String> ids, int most) {
        List<String> all = ids.stream().distinct().toList();
        List<Part> parts = IntStream.range(0, (all.size() + most - 1) / most)
                .mapToObj(i -> all.subList(i * most, Math.min(all.size(), (i + 1) * most)))
                .map(part -> new Part(part, Optional.empty()))
                .toList();
        return new PresenceRound(priority, usual, parts);
    }

    /** Nobody is asked for. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How long a round takes, and so after what time each is asked for again. */
    public Duration interval(RequestBudget budget) {
        int most = priority.most().orElse(Integer.MAX_VALUE);
        Duration asFastAsAllowed = budget.window().multipliedBy(parts.size()).dividedBy(most);
        Duration interval = budget.interval(usual);
        return interval.compareTo(asFastAsAllowed) >= 0 ? interval : asFastAsAllowed;
    }

    /** Which part is next; empty where there is none. */
    public Optional<Integer> next() {
        return IntStream.range(0, parts.size())
                .boxed()
                .min(Comparator.comparing(i -> parts.get(i).asked().orElse(Instant.MIN)));
    }

    /** When the next is due; what was never asked for is at once. */
    public Optional<Instant> due(RequestBudget budget, Instant now) {
        return next().map(i ->
                parts.get(i).asked().map(at -> at.plus(interval(budget))).orElse(now));
    }

    public boolean isDue(RequestBudget budget, Instant now) {
        return due(budget, now).filter(at -> !at.isAfter(now)).isPresent();
    }

    public PresenceRound asked(int part, Instant now) {
        List<Part> after = new ArrayList<>(parts);
        after.set(part, new Part(parts.get(part).ids(), Optional.of(now)));
        return new PresenceRound(priority, usual, after);
    }

    /** Whether everybody was asked for at least once. */
    public boolean isComplete() {
        return parts.stream().allMatch(part -> part.asked().isPresent());
    }

    /** The same people, asked for as long ago as they were; others come new. */
    public PresenceRound keeping(PresenceRound before) {
        return new PresenceRound(
                priority,
                usual,
                parts.stream()
                        .map(part -> before.parts.stream()
                                .filter(old -> old.ids().equals(part.ids()))
                                .findFirst()
                                .orElse(part))
                        .toList());
    }

    /** The computer's clock was put right by so much. */
    public PresenceRound corrected(Duration by) {
        return new PresenceRound(
                priority,
                usual,
                parts.stream()
                        .map(part -> new Part(part.ids(), part.asked().map(at -> at.plus(by))))
                        .toList());
    }
}
