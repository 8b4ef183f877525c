package app.ampel.domain.status;

import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The app's session at Microsoft: kept alive in leases while it is wanted, cleared when it is not.
 *
 * @param held what Microsoft holds, or may hold after a request whose answer got lost
 */
public record SessionSlot(Optional<Held> held, Trouble trouble) {

    static final SessionSlot EMPTY = new SessionSlot(Optional.empty(), Trouble.NONE);

    /** A lease begins at Microsoft when the request arrives there, a little later than it was sent. */
    static final Duration ON_THE_WAY = Duration.ofSeconds(30);

    /**
     * @param since when this pair was first taken
     * @param saidAt when it was last taken
     * @param leaseUntil until when Microsoft has promised to hold it; empty while no answer has said so
     * @param renewAt when it is to be sent again
     * @param mayLastUntil until when Microsoft may hold it, counting the request whose answer got lost
     */
    public record Held(
            PresenceCode pair,
            Instant since,
            Instant saidAt,
            Optional<Instant> leaseUntil,
            Instant renewAt,
            Instant mayLastUntil) {

        public Held {
            Objects.requireNonNull(pair);
            Objects.requireNonNull(since);
            Objects.requireNonNull(saidAt);
            Objects.requireNonNull(leaseUntil);
            Objects.requireNonNull(renewAt);
            Objects.requireNonNull(mayLastUntil);
        }

        /** Known from an earlier run: it has to be said again. */
        public static Held resumed(PresenceCode pair, Instant since, Instant mayLastUntil) {
            return new Held(pair, since, since, Optional.empty(), since, mayLastUntil);
        }

        private Held at(Instant now) {
            return leaseUntil.filter(end -> !now.isBefore(end)).isPresent() ? unsure() : this;
        }

        private Held unsure() {
            return new Held(pair, since, saidAt, Optional.empty(), renewAt, mayLastUntil);
        }

        private Held corrected(Duration by) {
            return new Held(
                    pair,
                    since.plus(by),
                    saidAt.plus(by),
                    leaseUntil.map(end -> end.plus(by)),
                    renewAt.plus(by),
                    mayLastUntil.plus(by));
        }
    }

    public SessionSlot {
        Objects.requireNonNull(held);
        Objects.requireNonNull(trouble);
    }

    /** What Microsoft has taken and holds. */
    Optional<Held> holding(PresenceCode pair) {
        return held.filter(h -> h.pair().equals(pair) && h.leaseUntil().isPresent());
    }

    SessionSlot at(Instant now) {
        return new SessionSlot(held.filter(h -> now.isBefore(h.mayLastUntil())).map(h -> h.at(now)), trouble);
    }

    /** @param away nobody is at the computer: Available is then not renewed, Ampel keeps nobody green who is away */
    Optional<GraphRequest.Planned> plan(DesiredStatus wish, Instant now, boolean away, Duration longest) {
        PresenceCode pair = wish.session();
        Instant until = wish.end().at();
        Optional<Held> holding = holding(pair);
        if (Leases.fades(pair) && away || holding.filter(h -> lasts(h, until)).isPresent()) {
            return Optional.empty();
        }
        Instant at = later(holding.map(Held::renewAt).orElse(Instant.MIN), trouble.notBefore());
        Duration lease = Leases.length(later(at, now), until, longest);
        return Optional.of(new GraphRequest.Planned(new GraphRequest.SetSession(pair, lease), at));
    }

    private static boolean lasts(Held held, Instant until) {
        boolean covers = held.leaseUntil().filter(end -> !end.isBefore(until)).isPresent();
        return !held.renewAt().isBefore(until) || covers && !Leases.fades(held.pair());
    }

    /** While nothing is wanted. */
    Optional<GraphRequest.Planned> planToClear() {
        return held.map(h -> new GraphRequest.Planned(new GraphRequest.ClearSession(), trouble.notBefore()));
    }

    /** Whether its answer arrives or not, Microsoft may hold it from now on. */
    SessionSlot sending(GraphRequest.SetSession set, Instant now) {
        Instant end = now.plus(set.lease()).plus(ON_THE_WAY);
        Held before = held.filter(h -> h.pair().equals(set.pair()))
                .orElse(new Held(set.pair(), now, now, Optional.empty(), now, end));
        Instant lasting = later(held.map(Held::mayLastUntil).orElse(end), end);
        Held possible = new Held(
                before.pair(), before.since(), before.saidAt(), before.leaseUntil(), before.renewAt(), lasting);
        return new SessionSlot(Optional.of(possible), trouble);
    }

    /** {@code jitter} is -1 to 1. */
    SessionSlot taken(GraphRequest.SetSession set, Instant sentAt, double jitter) {
        Instant since = holding(set.pair()).map(Held::since).orElse(sentAt);
        Instant end = sentAt.plus(set.lease());
        Instant renewAt = Leases.renewAt(set.pair(), sentAt, set.lease(), jitter);
        Held now = new Held(set.pair(), since, sentAt, Optional.of(end), renewAt, end.plus(ON_THE_WAY));
        return new SessionSlot(Optional.of(now), Trouble.NONE);
    }

    SessionSlot failed(Problem problem, Instant now) {
        return new SessionSlot(held, trouble.and(problem, now));
    }

    /** What was refused is not there; what was there before may be. */
    SessionSlot refused() {
        return new SessionSlot(held.filter(h -> h.leaseUntil().isPresent()), Trouble.NONE);
    }

    /** Said again at once, whatever is thought to be held. */
    SessionSlot unsure() {
        return new SessionSlot(held.map(Held::unsure), Trouble.NONE);
    }

    SessionSlot hurried() {
        return new SessionSlot(held, trouble.hurried());
    }

    SessionSlot calm() {
        return new SessionSlot(held, Trouble.NONE);
    }

    SessionSlot corrected(Duration by) {
        return new SessionSlot(held.map(h -> h.corrected(by)), trouble.corrected(by));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
