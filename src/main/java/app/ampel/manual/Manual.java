package app.ampel.manual;

import app.ampel.presence.Presence;
import app.ampel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The status set by hand: what the user wishes, what Microsoft holds, and what has to be told to Microsoft so that the
 * two agree. Immutable and pure: each event gives the state that follows from it, {@link #plan} says what is due.
 *
 * @param wish what the user wants now
 * @param session what Microsoft holds, or may hold after a request whose answer got lost
 * @param trouble writes that failed since the last good one
 */
public record Manual(Optional<Wish> wish, Optional<Session> session, Trouble trouble) {

    public static final Manual NOTHING = new Manual(Optional.empty(), Optional.empty(), Trouble.NONE);

    /** Microsoft may need this long to show what it accepted; until then nothing is called overridden. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A lease begins at Microsoft when the request arrives there, a little later than it was sent. */
    static final Duration ON_THE_WAY = Duration.ofSeconds(30);

    static final Duration FIRST_BACK_OFF = Duration.ofSeconds(5);
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(2);

    /**
     * What the user wants.
     *
     * @param lightOnly Microsoft is not told
     * @param problem why it is on the light only
     * @param verdict what the readings since have shown
     */
    record Wish(
            Choice choice,
            Instant since,
            Instant until,
            boolean lightOnly,
            Optional<Problem> problem,
            Verdict verdict) {
        Wish {
            Objects.requireNonNull(choice);
            Objects.requireNonNull(since);
            Objects.requireNonNull(until);
            Objects.requireNonNull(problem);
            Objects.requireNonNull(verdict);
        }

        Wish onLightOnly(Problem why) {
            return new Wish(choice, since, until, true, Optional.of(why), verdict);
        }

        Wish until(Instant other) {
            return new Wish(choice, since, other, lightOnly, problem, verdict);
        }

        Wish judged(Verdict other) {
            return new Wish(choice, since, until, lightOnly, problem, other);
        }
    }

    enum Verdict {
        NOT_SEEN,
        SHOWN,
        SOMETHING_ELSE
    }

    /**
     * The session at Microsoft.
     *
     * @param since when this choice was first sent
     * @param leaseUntil until when Microsoft has promised to hold it; empty while no answer has said so
     * @param renewAt when it is to be sent again
     * @param mayLastUntil until when Microsoft may hold it, counting the request whose answer got lost
     */
    record Session(Choice choice, Instant since, Optional<Instant> leaseUntil, Instant renewAt, Instant mayLastUntil) {

        boolean holds(Choice other) {
            return choice == other && leaseUntil.isPresent();
        }

        Session at(Instant now) {
            return leaseUntil.filter(end -> !now.isBefore(end)).isPresent()
                    ? new Session(choice, since, Optional.empty(), now, mayLastUntil)
                    : this;
        }
    }

    /**
     * Writes that failed.
     *
     * @param count since the last good one
     * @param problem why the last one failed
     * @param notBefore when the next is allowed
     */
    record Trouble(int count, Optional<Problem> problem, Instant notBefore) {

        static final Trouble NONE = new Trouble(0, Optional.empty(), Instant.MIN);

        Trouble and(Problem another, Instant now) {
            Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << Math.min(count, 10));
            Duration wait = backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF;
            Instant again = another.until().filter(until -> until.isAfter(now)).orElse(now.plus(wait));
            return new Trouble(count + 1, Optional.of(another), again);
        }
    }

    public Manual {
        Objects.requireNonNull(wish);
        Objects.requireNonNull(session);
        Objects.requireNonNull(trouble);
    }

    /** The user chose a status. */
    public Manual chosen(Choice choice, Instant now, Instant until) {
        Wish wanted = new Wish(choice, now, until, false, Optional.empty(), Verdict.NOT_SEEN);
        return new Manual(Optional.of(wanted), session, Trouble.NONE);
    }

    /** The user wants it to last longer. */
    public Manual extended(Duration by) {
        return new Manual(wish.map(w -> w.until(w.until().plus(by))), session, trouble);
    }

    /** The user cleared it. */
    public Manual cleared() {
        return new Manual(Optional.empty(), session, Trouble.NONE);
    }

    /** Time has passed: a status whose end has come is over, a lease that has run out is gone. */
    public Manual at(Instant now) {
        Manual onTime = wish.filter(w -> !now.isBefore(w.until())).isPresent() ? cleared() : this;
        Optional<Session> left =
                onTime.session.filter(s -> now.isBefore(s.mayLastUntil())).map(s -> s.at(now));
        return new Manual(onTime.wish, left, onTime.trouble);
    }

    /** A set is on its way: whether its answer arrives or not, Microsoft may hold it from now on. */
    public Manual sending(Write.Set set, Instant now) {
        Instant end = now.plus(set.lease()).plus(ON_THE_WAY);
        Session before = session.filter(s -> s.choice() == set.choice())
                .orElse(new Session(set.choice(), now, Optional.empty(), now, end));
        Session possible = new Session(
                set.choice(), before.since(), before.leaseUntil(), before.renewAt(), later(before.mayLastUntil(), end));
        return new Manual(wish, Optional.of(possible), trouble);
    }

    /** Microsoft took the set. {@code jitter} is -1 to 1. */
    public Manual accepted(Write.Set set, Instant sentAt, double jitter) {
        Instant since =
                session.filter(s -> s.holds(set.choice())).map(Session::since).orElse(sentAt);
        Instant end = sentAt.plus(set.lease());
        Instant renewAt = Leases.renewAt(set.choice(), sentAt, set.lease(), jitter);
        Session held = new Session(set.choice(), since, Optional.of(end), renewAt, end.plus(ON_THE_WAY));
        return new Manual(wish, Optional.of(held), Trouble.NONE);
    }

    /** Microsoft has forgotten the session. */
    public Manual forgotten() {
        return new Manual(wish, Optional.empty(), Trouble.NONE);
    }

    /** A write failed in a way that may pass. */
    public Manual failed(Problem problem, Instant now) {
        return new Manual(wish, session, trouble.and(problem, now));
    }

    /** Microsoft may not be told: the status holds on the light. */
    public Manual onLightOnly(Problem why) {
        return new Manual(
                wish.map(w -> w.onLightOnly(why)),
                session.filter(s -> s.leaseUntil().isPresent()),
                Trouble.NONE);
    }

    /** What Microsoft showed to a request sent at {@code asked}. */
    public Manual seen(Presence presence, Instant asked) {
        Optional<Session> held = wish.flatMap(w -> session.filter(s -> s.holds(w.choice())));
        if (wish.isEmpty() || held.isEmpty() || asked.isBefore(held.get().since())) {
            return this;
        }
        Wish w = wish.get();
        boolean shown = presence.availability().equals(w.choice().availability());
        boolean patient = w.verdict() == Verdict.NOT_SEEN
                && asked.isBefore(held.get().since().plus(PATIENCE));
        Verdict verdict = shown ? Verdict.SHOWN : patient ? Verdict.NOT_SEEN : Verdict.SOMETHING_ELSE;
        return new Manual(Optional.of(w.judged(verdict)), session, trouble);
    }

    /**
     * What has to be told to Microsoft next, and when.
     *
     * @param away nobody is at the computer: Available is then not renewed, Ampel keeps nobody green who is away
     */
    public Optional<Write.Planned> plan(Instant now, boolean away) {
        if (wish.isEmpty() || wish.get().lightOnly()) {
            return session.map(held -> new Write.Planned(new Write.Clear(), trouble.notBefore()));
        }
        Wish w = wish.get();
        Optional<Session> held = session.filter(s -> s.holds(w.choice()));
        Instant due = held.map(Session::renewAt).orElse(Instant.MIN);
        boolean lasts = held.isPresent()
                && (!due.isBefore(w.until())
                        || (w.choice() != Choice.AVAILABLE
                                && !held.get().leaseUntil().orElse(now).isBefore(w.until()))
                        || (w.choice() == Choice.AVAILABLE && away));
        if (lasts) {
            return Optional.empty();
        }
        Instant at = later(due, trouble.notBefore());
        Instant sent = later(at, now);
        return Optional.of(new Write.Planned(new Write.Set(w.choice(), Leases.length(sent, w.until())), at));
    }

    /** Whether Microsoft holds, or may hold, something of ours. */
    public boolean mayBeHeld() {
        return session.isPresent();
    }

    /** Why the last write failed; empty after a good one. */
    public Optional<Problem> lastProblem() {
        return trouble.problem();
    }

    /** When time alone changes something here. */
    public Optional<Instant> changesAt() {
        Optional<Instant> end = wish.map(Wish::until);
        Optional<Instant> leaseEnd = session.map(s -> s.leaseUntil().orElse(s.mayLastUntil()));
        return Stream.of(end, leaseEnd).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** As it is shown; empty when nothing is set by hand. */
    public Optional<ManualStatus> status() {
        return wish.map(w -> shown(w, state(w), w.problem().or(trouble::problem)));
    }

    /** As it is shown while Microsoft cannot be told anything, because of {@code why}. */
    public Optional<ManualStatus> statusUntold(Problem why) {
        return wish.map(w -> shown(w, ManualStatus.State.LIGHT_ONLY, Optional.of(why)));
    }

    private ManualStatus shown(Wish w, ManualStatus.State state, Optional<Problem> problem) {
        Optional<Instant> leaseUntil = session.filter(s -> s.holds(w.choice())).flatMap(Session::leaseUntil);
        return new ManualStatus(w.choice(), w.since(), w.until(), leaseUntil, state, problem);
    }

    private ManualStatus.State state(Wish w) {
        if (w.lightOnly()) {
            return ManualStatus.State.LIGHT_ONLY;
        }
        if (session.filter(s -> s.holds(w.choice())).isEmpty()) {
            return trouble.problem().isPresent() ? ManualStatus.State.FAILED : ManualStatus.State.REQUESTED;
        }
        return switch (w.verdict()) {
            case NOT_SEEN -> ManualStatus.State.REQUESTED;
            case SHOWN -> ManualStatus.State.IN_EFFECT;
            case SOMETHING_ELSE -> ManualStatus.State.OVERRIDDEN;
        };
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
