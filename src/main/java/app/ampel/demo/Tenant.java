package app.ampel.demo;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueDay;
import app.ampel.demo.people.DemoDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The simulated Microsoft 365 tenant: one person, their presence by the documented rules, and their sign-in; and the directory
 * of those they work with. Everything in it is memory. Thread-safe.
 *
 * <p>Two clocks, because MSAL4J reads the computer's own clock whatever the demo does: presence lives by the day's
 * clock, which may be sped up, tokens and codes by the sign-in's.
 */
public final class Tenant {

    private final Clock day;
    private final Teams teams;
    private final DemoUser person;
    private final SignIn signIn;

    private PresenceState state = PresenceState.EMPTY;
    private PresenceState.Seen seen;
    private Instant settled;
    private long sequence = 1;
    private Throttle throttle = Throttle.NONE;
    private volatile DemoDirectory directory;
    private volatile boolean plansFilterable = true;

    /** What the next requests are answered with instead, once {@code passing} of them went through. */
    private record Throttle(int passing, int requests, Optional<Duration> retryAfter) {
        static final Throttle NONE = new Throttle(0, 0, Optional.empty());
    }

    /** A presence with the mark of its last change. */
    record Marked(PresenceState.Seen seen, long sequence) {}

    /**
     * @param day what presence lives by
     * @param teams what Teams contributes at which time of {@code day}
     */
    public Tenant(Clock day, Teams teams, DemoUser person, SignIn signIn) {
        this.day = Objects.requireNonNull(day);
        this.teams = Objects.requireNonNull(teams);
        this.person = Objects.requireNonNull(person);
        this.signIn = Objects.requireNonNull(signIn);
        this.settled = day.instant();
        this.seen = state.seen(settled, teams.at(settled));
        this.directory = DemoDirectory.forty(person.asColleague());
    }

    /** Who else lives here. */
    public DemoDirectory directory() {
        return directory;
    }

    /** From now on others live here: somebody has left, or there are many more. */
    public void changeDirectory(UnaryOperator<DemoDirectory> change) {
        directory = change.apply(directory);
    }

    /** From now on Graph says that plans cannot be filtered by, as some have met it. */
    public void refusePlanFilters() {
        plansFilterable = false;
    }

    boolean arePlansFilterable() {
        return plansFilterable;
    }

    /** How things stand with somebody else. */
    ColleagueDay.Moment colleague(Colleague who) {
        return ColleagueDay.at(who, day.instant().atZone(day.getZone()));
    }

    public DemoUser person() {
        return person;
    }

    public SignIn signIn() {
        return signIn;
    }

    /**
     * Answers the next {@code requests} to Graph with 429, to show what Ampel makes of it.
     *
     * @param retryAfter whole seconds; empty: no Retry-After is sent
     */
    public synchronized void throttle(int requests, Optional<Duration> retryAfter) {
        throttleAfter(0, requests, retryAfter);
    }

    /** The same, in the middle: {@code passing} more requests are answered before. */
    public synchronized void throttleAfter(int passing, int requests, Optional<Duration> retryAfter) {
        throttle = new Throttle(passing, requests, retryAfter);
    }

    /** Takes one request's turn: the Retry-After to send with a 429, or empty when the request may pass. */
    synchronized Optional<Optional<Duration>> takeTurn() {
        Optional<Duration> retryAfter = throttle.retryAfter();
        if (throttle.requests() == 0 || throttle.passing() > 0) {
            throttle = new Throttle(Math.max(0, throttle.passing() - 1), throttle.requests(), retryAfter);
            return Optional.empty();
        }
        throttle = new Throttle(0, throttle.requests() - 1, retryAfter);
        return Optional.of(retryAfter);
    }

    synchronized Marked presence() {
        settleUpTo(day.instant());
        return new Marked(seen, sequence);
    }

    synchronized void setSession(String id, ScriptedPresence pair, Duration lease) {
        Instant now = settleUpTo(day.instant());
        change(now, state.withSession(id, pair, lease, now));
    }

    /** False when there is no such session, or none any more. */
    synchronized boolean clearSession(String id) {
        Instant now = settleUpTo(day.instant());
        boolean lives = state.session(id, now).isPresent();
        change(now, state.withoutSession(id));
        return lives;
    }

    synchronized void setPreferred(ScriptedPresence pair, Duration duration) {
        Instant now = settleUpTo(day.instant());
        change(now, state.withPreferred(Optional.of(new PresenceState.Preferred(pair, now.plus(duration)))));
    }

    synchronized void clearPreferred() {
        change(settleUpTo(day.instant()), state.withPreferred(Optional.empty()));
    }

    /** An empty text takes the message away. */
    synchronized void setMessage(String text, Optional<Instant> until) {
        Instant now = settleUpTo(day.instant());
        Optional<TenantNote> message =
                text.isEmpty() ? Optional.empty() : Optional.of(new TenantNote(text, now, until));
        change(now, state.withMessage(message));
    }

    /** Goes through every change that time brought, so that the sequence number counts those nobody asked about. */
    private Instant settleUpTo(Instant now) {
        Optional<Instant> next = nextChange().filter(moment -> !moment.isAfter(now));
        while (next.isPresent()) {
            settle(next.get());
            next = nextChange().filter(moment -> !moment.isAfter(now));
        }
        settle(now);
        state = state.tidiedAt(now);
        return now;
    }

    private Optional<Instant> nextChange() {
        return Stream.of(state.changeAfter(settled), teams.changeAfter(settled))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void change(Instant now, PresenceState changed) {
        state = changed;
        settle(now);
    }

    private void settle(Instant now) {
        PresenceState.Seen next = state.seen(now, teams.at(now));
        if (!next.equals(seen)) {
            sequence++;
            seen = next;
        }
        settled = now;
    }
}
