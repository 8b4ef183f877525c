package app.ampel.domain.status;

import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The preferred presence at Microsoft, the slot of Teams' own status menu: set once with an expiration at the end of the
 * status and never renewed, as the user may put something else there at any time.
 *
 * @param held what Microsoft holds, or may hold after a request whose answer got lost
 * @param userCleared the user said so: it is cleared whatever Teams shows
 */
public record PreferredSlot(Optional<Held> held, boolean userCleared, Trouble trouble) {

    static final PreferredSlot EMPTY = new PreferredSlot(Optional.empty(), false, Trouble.NONE);

    /** Ends closer than this are one and the same. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /**
     * @param since when it was taken, or sent while no answer has come
     * @param until the end that it was set for
     * @param taken whether an answer has said so
     * @param possible this one, and while it is not taken those before it that may still be there
     * @param mayLastUntil when Microsoft's own clock ends it at the latest
     * @param shown whether the last reading since showed it; empty while there was none
     */
    public record Held(
            PresenceCode pair,
            Instant since,
            Instant until,
            boolean taken,
            Set<PresenceCode> possible,
            Instant mayLastUntil,
            Optional<Boolean> shown) {

        public Held {
            Objects.requireNonNull(pair);
            Objects.requireNonNull(since);
            Objects.requireNonNull(until);
            possible = Set.copyOf(possible);
            Objects.requireNonNull(mayLastUntil);
            Objects.requireNonNull(shown);
        }

        private Held shown(Optional<Boolean> is) {
            return new Held(pair, since, until, taken, possible, mayLastUntil, is);
        }

        private Held unsure() {
            return new Held(pair, since, until, false, possible, mayLastUntil, shown);
        }

        private Held corrected(Duration by) {
            return new Held(pair, since.plus(by), until.plus(by), taken, possible, mayLastUntil.plus(by), shown);
        }
    }

    public PreferredSlot {
        Objects.requireNonNull(held);
        Objects.requireNonNull(trouble);
    }

    Optional<Held> holding(PresenceCode pair) {
        return held.filter(h -> h.taken() && h.pair().equals(pair));
    }

    PreferredSlot at(Instant now) {
        return held.filter(h -> !now.isBefore(h.mayLastUntil())).isPresent() ? EMPTY : this;
    }

    Optional<GraphRequest.Planned> plan(DesiredStatus wish, Instant now) {
        PresenceCode pair = wish.wanted();
        Instant until = wish.end().at();
        boolean stands = holding(pair).filter(h -> isClose(h.until(), until)).isPresent();
        Duration time = Leases.wholeMinutes(later(trouble.notBefore(), now), until);
        return stands
                ? Optional.empty()
                : Optional.of(new GraphRequest.Planned(new GraphRequest.SetPreferred(pair, time), trouble.notBefore()));
    }

    private static boolean isClose(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(TOLERANCE) < 0;
    }

    /** While none is wanted: only what Teams still shows is ours to clear, but for the user's own word. */
    Optional<GraphRequest.Planned> planToClear() {
        return held.filter(h -> userCleared || h.shown().orElse(false))
                .map(h -> new GraphRequest.Planned(new GraphRequest.ClearPreferred(), trouble.notBefore()));
    }

    PreferredSlot sending(GraphRequest.SetPreferred set, Instant until, Instant now) {
        Instant end = now.plus(set.time()).plus(SessionSlot.ON_THE_WAY);
        Instant lasting = held.map(Held::mayLastUntil).filter(end::isBefore).orElse(end);
        Set<PresenceCode> possible = new HashSet<>(held.map(Held::possible).orElse(Set.of()));
        possible.add(set.pair());
        Held sent = new Held(set.pair(), now, until, false, possible, lasting, Optional.empty());
        return new PreferredSlot(Optional.of(sent), false, trouble);
    }

    PreferredSlot taken(GraphRequest.SetPreferred set, Instant sentAt) {
        Instant end = sentAt.plus(set.time()).plus(SessionSlot.ON_THE_WAY);
        return new PreferredSlot(
                held.map(h -> new Held(set.pair(), sentAt, h.until(), true, Set.of(set.pair()), end, Optional.empty())),
                userCleared,
                Trouble.NONE);
    }

    PreferredSlot failed(Problem problem, Instant now) {
        return new PreferredSlot(held, userCleared, trouble.and(problem, now));
    }

    /** What was refused is not there. */
    PreferredSlot refused() {
        return new PreferredSlot(held.filter(Held::taken), userCleared, Trouble.NONE);
    }

    /** Offline says nothing about any but itself: without a session, none shows. */
    PreferredSlot seen(Presence presence, Instant asked) {
        boolean nobodyThere = presence.availability().equals(Availability.OFFLINE);
        if (nobodyThere
                && held.filter(h -> h.possible().contains(Choice.OFFLINE.pair()))
                        .isEmpty()) {
            return this;
        }
        Optional<Held> judged = held.filter(h -> !asked.isBefore(h.since()))
                .map(h -> h.shown(Optional.of(h.possible().stream().anyMatch(pair -> pair.isShownBy(presence)))));
        return new PreferredSlot(judged.or(() -> held), userCleared, trouble);
    }

    /** Nobody wants it any more, as the user has just said. */
    PreferredSlot clearedByUser() {
        return new PreferredSlot(held, held.isPresent(), Trouble.NONE);
    }

    /** Nobody wants it any more: its time is over, and Microsoft ends it by itself. What Teams does not show is not ours. */
    PreferredSlot letGo() {
        return held.flatMap(Held::shown).filter(shown -> !shown).isPresent() && !userCleared ? EMPTY : this;
    }

    /** Set again at once, whatever is thought to be held. */
    PreferredSlot unsure() {
        return new PreferredSlot(held.map(Held::unsure), false, Trouble.NONE);
    }

    PreferredSlot hurried() {
        return new PreferredSlot(held, userCleared, trouble.hurried());
    }

    PreferredSlot calm() {
        return new PreferredSlot(held, userCleared, Trouble.NONE);
    }

    /** What of it outlives the program. */
    PreferredSlot lasting() {
        return new PreferredSlot(held.map(h -> h.shown(Optional.empty())), userCleared, Trouble.NONE);
    }

    PreferredSlot corrected(Duration by) {
        return new PreferredSlot(held.map(h -> h.corrected(by)), userCleared, trouble.corrected(by));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
