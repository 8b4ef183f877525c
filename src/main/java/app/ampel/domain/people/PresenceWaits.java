package app.ampel.domain.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that is waited for, ten people at most. Pure; survives a restart. */
public record PresenceWaits(List<PresenceWait> waits) {

    /** People, in all waits together. */
    public static final int MOST = 10;

    public static final PresenceWaits NONE = new PresenceWaits(List.of());

    /** One wait has come to its end: {@code id} is free. */
    public record Told(PresenceWait awaited, String id) {
        public Told {
            Objects.requireNonNull(awaited);
            Objects.requireNonNull(id);
        }
    }

    /**
     * What follows at a moment.
     *
     * @param left what is still waited for
     * @param told whom to tell of, once
     * @param ended what ended by itself
     */
    public record Outcome(PresenceWaits left, List<Told> told, List<PresenceWait> ended) {
        public Outcome {
            Objects.requireNonNull(left);
            told = List.copyOf(told);
            ended = List.copyOf(ended);
        }
    }

    public PresenceWaits {
        waits = List.copyOf(waits);
        if (people(waits).count() > MOST) {
            throw new IllegalArgumentException("more people than can be waited for");
        }
    }

    private static Stream<String> people(List<PresenceWait> waits) {
        return waits.stream().flatMap(wait -> wait.ids().stream()).distinct();
    }

    /** Whom to ask for. */
    public List<String> people() {
        return people(waits).toList();
    }

    public boolean isEmpty() {
        return waits.isEmpty();
    }

    /** Waits for the same people as before are the same wait, with its new end. Empty: these would be too many. */
    public Optional<PresenceWaits> with(PresenceWait wait) {
        List<PresenceWait> after = new ArrayList<>(
                waits.stream().filter(each -> !isForTheSame(each, wait)).toList());
        after.add(wait);
        return people(after).count() > MOST ? Optional.empty() : Optional.of(new PresenceWaits(after));
    }

    private static boolean isForTheSame(PresenceWait one, PresenceWait other) {
        return Set.copyOf(one.ids()).equals(Set.copyOf(other.ids()));
    }

    /** Whoever is not waited for any more. */
    public PresenceWaits without(Set<String> ids) {
        return new PresenceWaits(waits.stream()
                .map(wait -> new Left(
                        wait.ids().stream().filter(id -> !ids.contains(id)).toList(), wait.until()))
                .filter(left -> !left.ids().isEmpty())
                .map(left -> new PresenceWait(left.ids(), left.until()))
                .toList());
    }

    /** What is left of a wait, maybe nobody. */
    private record Left(List<String> ids, Instant until) {}

    public PresenceWaits without(PresenceWait wait) {
        return new PresenceWaits(
                waits.stream().filter(each -> !each.equals(wait)).toList());
    }

    /**
     * Who is free now ends a wait; the best of several does. While {@code quiet}, nobody is told and nothing is forgotten: what is
     * still true after it, is told then.
     *
     * @param quiet whether the user had better not be disturbed
     */
    public Outcome at(Instant now, Function<String, Optional<PresenceAt>> known, boolean quiet) {
        List<PresenceWait> left = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        List<PresenceWait> ended = new ArrayList<>();
        for (PresenceWait wait : waits) {
            Optional<String> free = quiet ? Optional.empty() : free(wait, known, now);
            if (wait.isOver(now)) {
                ended.add(wait);
            } else if (free.isPresent()) {
                told.add(new Told(wait, free.get()));
            } else {
                left.add(wait);
            }
        }
        return new Outcome(new PresenceWaits(left), told, ended);
    }

    private static Optional<String> free(PresenceWait wait, Function<String, Optional<PresenceAt>> known, Instant now) {
        Function<String, Reachability> reachability = id -> Reachability.of(known.apply(id), now);
        return wait.ids().stream()
                .filter(id -> reachability.apply(id).isFree())
                .min(Comparator.comparing(reachability));
    }

    /** When the next one ends by itself. */
    public Optional<Instant> nextEnd() {
        return waits.stream().map(PresenceWait::until).min(Comparator.naturalOrder());
    }

    /** The computer's clock was put right by so much; a span of time is as long as before. */
    public PresenceWaits corrected(Duration by) {
        return new PresenceWaits(waits.stream()
                .map(wait -> new PresenceWait(wait.ids(), wait.until().plus(by)))
                .toList());
    }
}
