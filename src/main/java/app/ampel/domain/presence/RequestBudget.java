package app.ampel.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What this computer may ask Microsoft for, all uses together, so that none of them takes another's share of the limit
 * that the whole organisation has in common (1500 requests in 30 s). Immutable and pure.
 *
 * <p>A write and the user's own presence are never held up by what was asked for before: they have schedules of their own.
 * Whatever comes after them counts them, and gives way. Retry-After holds for all.
 *
 * @param sent when requests were sent, the oldest first; no more than can still matter
 * @param notBefore Microsoft's Retry-After
 * @param shortest the administrator's shortest interval between two polls; zero where none is set
 * @param slowness in percent: how much longer than usual intervals are since something was refused; 100 to 800
 */
public record RequestBudget(List<Instant> sent, Optional<Instant> notBefore, Duration shortest, int slowness) {

    /** The smaller, the sooner. */
    public enum Priority {
        /** A lease has to be told in time, and a click is waited for. */
        WRITE(OptionalInt.empty()),
        /** The user's own presence. */
        OWN(OptionalInt.empty()),
        /** Somebody looks at it. */
        SCREEN(OptionalInt.of(20)),
        /** Somebody wants to be told some time. */
        WAITING(OptionalInt.of(10));

        private final OptionalInt most;

        Priority(OptionalInt most) {
            this.most = most;
        }

        /** So many requests of all kinds in one window, and no more of this one; empty: however many. */
        public OptionalInt most() {
            return most;
        }
    }

    /** Microsoft counts in these. */
    public static final Duration WINDOW = Duration.ofSeconds(30);

    static final int USUAL = 100;
    static final int SLOWEST = 800;

    private static final int MOST_REMEMBERED = 64;

    public RequestBudget {
        sent = List.copyOf(sent);
        Objects.requireNonNull(notBefore);
        if (shortest.isNegative()) {
            throw new IllegalArgumentException("an interval below nothing");
        }
        if (slowness < USUAL || slowness > SLOWEST || sent.size() > MOST_REMEMBERED) {
            throw new IllegalArgumentException("slowness " + slowness + ", " + sent.size() + " requests");
        }
    }

    /** Nothing was asked for yet. */
    public static RequestBudget unused(Duration shortest) {
        return new RequestBudget(List.of(), Optional.empty(), shortest, USUAL);
    }

    public RequestBudget withShortest(Duration other) {
        return new RequestBudget(sent, notBefore, other, slowness);
    }

    /** From when on a request may be sent; {@code now} when it may at once. */
    public Instant earliest(Priority priority, Instant now) {
        Instant from = notBefore.filter(now::isBefore).orElse(now);
        if (priority.most().isEmpty()) {
            return from;
        }
        int most = priority.most().getAsInt();
        Instant begin = from.minus(window());
        List<Instant> counted =
                sent.stream().filter(at -> at.isAfter(begin)).sorted().toList();
        if (counted.size() < most) {
            return from;
        }
        Instant free = counted.get(counted.size() - most).plus(window());
        return free.isAfter(from) ? free : from;
    }

    public boolean allows(Priority priority, Instant now) {
        return !earliest(priority, now).isAfter(now);
    }

    /** One goes out. */
    public RequestBudget sent(Instant now) {
        Instant begin = now.minus(window());
        List<Instant> after =
                new ArrayList<>(sent.stream().filter(at -> at.isAfter(begin)).toList());
        after.add(now);
        int tooMany = Math.max(0, after.size() - MOST_REMEMBERED);
        return new RequestBudget(
                after.subList(tooMany, after.size()), notBefore.filter(now::isBefore), shortest, slowness);
    }

    /** Microsoft said 429, with Retry-After or without. */
    public RequestBudget refused(Optional<Instant> retryAfter, Instant now) {
        Instant known = notBefore.filter(now::isBefore).orElse(now);
        Optional<Instant> later = retryAfter.filter(known::isBefore).or(() -> Optional.of(known));
        return new RequestBudget(sent, later.filter(now::isBefore), shortest, Math.min(SLOWEST, slowness * 2));
    }

    /** A good answer takes a tenth of the slowness back. */
    public RequestBudget answered() {
        return new RequestBudget(sent, notBefore, shortest, Math.max(USUAL, slowness * 9 / 10));
    }

    /** How long an interval that is usually {@code usual} has to be now. */
    public Duration interval(Duration usual) {
        Duration atLeast = usual.compareTo(shortest) >= 0 ? usual : shortest;
        return atLeast.multipliedBy(slowness).dividedBy(USUAL);
    }

    /** The administrator's shortest interval makes a computer ask less often, not only more evenly. */
    public Duration window() {
        return WINDOW.compareTo(shortest) >= 0 ? WINDOW : shortest;
    }

    /** The computer's clock was put right by so much. */
    public RequestBudget corrected(Duration by) {
        return new RequestBudget(
                sent.stream().map(at -> at.plus(by)).toList(), notBefore.map(at -> at.plus(by)), shortest, slowness);
    }
}
