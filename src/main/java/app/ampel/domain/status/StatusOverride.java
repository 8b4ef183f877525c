package app.ampel.domain.status;

import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The status set by hand: what the user wishes, what Microsoft holds, and what has to be told to Microsoft so that the
 * two agree. Immutable and pure: each event gives the state that follows from it, {@link #plan} says what is due.
 *
 * @param wish what the user wants now
 * @param sent what is being told to Microsoft at the moment, one thing at a time
 * @param said which hints the user has had
 */
public record StatusOverride(
        Optional<DesiredStatus> wish,
        SessionSlot session,
        PreferredSlot preferred,
        NoteSlot note,
        Optional<Sent> sent,
        Set<Hint> said) {

    public static final StatusOverride NOTHING = new StatusOverride(
            Optional.empty(), SessionSlot.EMPTY, PreferredSlot.EMPTY, NoteSlot.EMPTY, Optional.empty(), Set.of());

    /** A write on its way. */
    public record Sent(GraphRequest write, Instant at) {
        public Sent {
            Objects.requireNonNull(write);
            Objects.requireNonNull(at);
        }
    }

    public StatusOverride {
        Objects.requireNonNull(wish);
        Objects.requireNonNull(session);
        Objects.requireNonNull(preferred);
        Objects.requireNonNull(note);
        Objects.requireNonNull(sent);
        said = Set.copyOf(said);
    }

    /**
     * The user chose a status.
     *
     * @param before what Microsoft showed last, where that is fresh
     */
    public StatusOverride chosen(StatusRequest request, Instant now, Optional<Presence> before) {
        boolean nobodyInTeams = !mayBeHeld()
                && before.map(Presence::availability)
                        .filter(Availability.OFFLINE::equals)
                        .isPresent();
        DesiredStatus fresh = DesiredStatus.of(request, now, Set.of(), nobodyInTeams);
        Set<Hint> hints = fresh.request().lightOnly() ? EnumSet.noneOf(Hint.class) : hints(fresh);
        hints.removeAll(wishless().said());
        boolean keeps = !request.lightOnly() && fresh.isPreferred();
        // Said by the user, so it is told again, whatever is thought to be held.
        return wishless()
                .with(fresh.hinted(hints))
                .with(session.unsure())
                .with(keeps ? preferred.unsure() : preferred.clearedByUser())
                .with(note.calm());
    }

    private static Set<Hint> hints(DesiredStatus wish) {
        Set<Hint> hints = EnumSet.of(Hint.TAKES_MINUTES);
        if (wish.isPreferred()) {
            hints.add(Hint.REPLACES);
        }
        if (wish.isPreferred() && wish.wanted().availability().equals(Availability.DO_NOT_DISTURB)) {
            hints.add(Hint.VOICEMAIL);
        }
        return hints;
    }

    /** The user wants it to last longer. */
    public StatusOverride extended(Duration by) {
        return wish.map(w -> insisting(w.ending(w.end().later(by)))).orElse(this);
    }

    /** The user wants another note, or none, with what is set. */
    public StatusOverride noted(Optional<String> text) {
        return wish.map(w -> with(w.noted(text)).with(note.calm())).orElse(this);
    }

    /** The user wants it to stand above whatever Teams shows. */
    public StatusOverride takingOver() {
        return wish.filter(w -> !w.request().lightOnly())
                .map(w -> {
                    DesiredStatus taking = w.takingOver();
                    Set<Hint> hints = hints(taking);
                    hints.removeAll(said);
                    hints.addAll(w.hints());
                    return with(taking.hinted(hints)).with(preferred.unsure()).with(session.calm());
                })
                .orElse(this);
    }

    /** Where somebody else had replaced it, it is said again; else nothing has to be. */
    private StatusOverride insisting(DesiredStatus w) {
        return w.verdict() == Outcome.REPLACED
                ? with(w.insisted()).with(session.unsure()).with(preferred.unsure())
                : with(w);
    }

    /** The user cleared it. */
    public StatusOverride cleared() {
        return wishless().with(session.calm()).with(preferred.clearedByUser()).with(note.calm());
    }

    /** Its time is over. */
    private StatusOverride ended() {
        return wishless()
                .with(isLost() ? SessionSlot.EMPTY : session.calm())
                .with(preferred.letGo().calm())
                .with(note.calm());
    }

    /** Somebody else may have made the session theirs; clearing it would clear theirs, so it is left to run out. */
    boolean isLost() {
        return wish.filter(w -> w.verdict() == Outcome.REPLACED).isPresent();
    }

    private StatusOverride wishless() {
        Set<Hint> heard = EnumSet.noneOf(Hint.class);
        heard.addAll(said);
        wish.ifPresent(w -> heard.addAll(w.hints()));
        return new StatusOverride(Optional.empty(), session, preferred, note, sent, heard);
    }

    /** Time has passed: a status whose end has come is over, a lease that has run out is gone. */
    public StatusOverride at(Instant now) {
        StatusOverride onTime = wish.filter(w -> w.end().isOver(now)).isPresent() ? ended() : this;
        return onTime.with(onTime.session.at(now))
                .with(onTime.preferred.at(now))
                .with(onTime.note.at(now, onTime.wantsNote()));
    }

    /** The computer woke up or is somewhere else: what failed is told again at once. */
    public StatusOverride hurried() {
        return with(session.hurried()).with(preferred.hurried()).with(note.hurried());
    }

    /** The computer slept for so long: nobody meant "until I clear it" to wait for the next day. */
    public StatusOverride slept(Duration time, Duration lease) {
        boolean forgotten =
                wish.filter(w -> w.end().kind() == Expiry.Kind.CLEARED).isPresent() && time.compareTo(lease) > 0;
        return forgotten ? ended() : this;
    }

    /** The computer's clock was put right by so much: spans of time stay as long as they are. */
    public StatusOverride corrected(Duration by) {
        return new StatusOverride(
                wish.map(w -> w.corrected(by)),
                session.corrected(by),
                preferred.corrected(by),
                note.corrected(by),
                sent.map(s -> new Sent(s.write(), s.at().plus(by))),
                said);
    }

    /** A write is on its way: whether its answer arrives or not, Microsoft may hold it from now on. */
    public StatusOverride sending(GraphRequest write, Instant now) {
        StatusOverride going =
                new StatusOverride(wish, session, preferred, note, Optional.of(new Sent(write, now)), said);
        return write.accept(new Sending(going, now));
    }

    /** Microsoft took what was on its way. {@code jitter} is -1 to 1. */
    public StatusOverride taken(double jitter) {
        return sent.map(s -> s.write().accept(new Taken(arrived(), s.at(), jitter)))
                .orElse(this);
    }

    private StatusOverride arrived() {
        return new StatusOverride(wish, session, preferred, note, Optional.empty(), said);
    }

    /** What was on its way failed in a way that may pass. */
    public StatusOverride failed(Problem problem, Instant now) {
        // The line and the limits are the same for all that is told; a refusal is about one thing.
        boolean all = sent.isEmpty() || problem.kind().remedy() == Problem.Remedy.RETRY;
        Set<GraphRequest.Slot> about = all
                ? EnumSet.allOf(GraphRequest.Slot.class)
                : EnumSet.of(sent.get().write().slot());
        return arrived()
                .with(about.contains(GraphRequest.Slot.SESSION) ? session.failed(problem, now) : session)
                .with(about.contains(GraphRequest.Slot.PREFERRED) ? preferred.failed(problem, now) : preferred)
                .with(about.contains(GraphRequest.Slot.NOTE) ? note.failed(problem, now) : note);
    }

    /**
     * What was to be told could not be kept on disk before, and was not told.
     *
     * @param earlier before it was on its way
     */
    public StatusOverride unsent(StatusOverride earlier, Problem problem, Instant now) {
        PreferredSlot there = preferred.userCleared() ? earlier.preferred.clearedByUser() : earlier.preferred;
        return with(there).with(earlier.note).failed(problem, now);
    }

    /** Microsoft may not be told: the status holds on the light. */
    public StatusOverride onLightOnly(Problem why) {
        Optional<DesiredStatus> there = wish.map(w -> w.onLightOnly(why));
        return new StatusOverride(
                there, session.refused(), preferred.refused(), note.refused(), Optional.empty(), said);
    }

    /** What Microsoft showed to a request sent at {@code asked}. */
    public StatusOverride seen(Presence presence, Instant asked) {
        PreferredSlot looked = preferred.seen(presence, asked);
        StatusOverride seen =
                with(wantsPreferred() ? looked : looked.letGo()).with(note.seen(presence, asked, wantsNote()));
        return wish.map(w -> seen.with(new StatusReconciler(this, w).judgedBy(presence, asked)))
                .orElse(seen);
    }

    boolean wantsPreferred() {
        return wish.filter(w -> w.isPreferred() && !w.request().lightOnly()).isPresent();
    }

    boolean wantsNote() {
        return wish.filter(w -> !w.request().lightOnly())
                .flatMap(w -> w.request().note())
                .isPresent();
    }

    /** Whether the user has said so a moment ago and Microsoft does not know yet: it is worth telling, whoever has left since. */
    public boolean isJustSaid(Instant now) {
        return wish.filter(w -> now.isBefore(w.since().plus(Leases.AVAILABLE_LASTS)))
                .filter(w -> session.holding(w.session()).isEmpty())
                .isPresent();
    }

    /**
     * What has to be told to Microsoft next, and when.
     *
     * @param away nobody is at the computer
     * @param lease how long a session is set for
     */
    public Optional<GraphRequest.Planned> plan(Instant now, boolean away, Duration lease) {
        return sent.isPresent() ? Optional.empty() : new RequestPlanner(this).next(now, away, lease);
    }

    /**
     * What is told to Microsoft when the program ends.
     *
     * @param leave a running status goes on to its end, as far as Microsoft lets it
     */
    public List<GraphRequest> farewell(Instant now, boolean leave) {
        return new RequestPlanner(this).farewell(now, leave);
    }

    /** Whether Microsoft holds, or may hold, something of ours. */
    public boolean mayBeHeld() {
        return session.held().isPresent()
                || preferred.held().isPresent()
                || note.held().isPresent();
    }

    /** Why the last write failed; empty after a good one. */
    public Optional<Problem> lastProblem() {
        return Stream.of(session.trouble(), preferred.trouble(), note.trouble())
                .flatMap(trouble -> trouble.problem().stream())
                .findFirst();
    }

    /** When time alone changes something here. */
    public Optional<Instant> changesAt() {
        return Stream.of(
                        wish.map(w -> w.end().at()),
                        session.held().map(s -> s.leaseUntil().orElse(s.mayLastUntil())),
                        preferred.held().map(PreferredSlot.Held::mayLastUntil))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** What has to outlive the program: all but what is on its way. */
    public StatusOverride lasting() {
        return new StatusOverride(wish, session.calm(), preferred.lasting(), note.lasting(), Optional.empty(), said);
    }

    /** Microsoft has forgotten all of it. */
    public StatusOverride forgotten() {
        return new StatusOverride(wish, SessionSlot.EMPTY, PreferredSlot.EMPTY, NoteSlot.EMPTY, Optional.empty(), said);
    }

    /** As it was kept by an earlier run that may have ended in any way. */
    public StatusOverride resumed(Instant now) {
        boolean lapsed =
                session.held().filter(h -> !now.isBefore(h.mayLastUntil())).isPresent();
        boolean forgotten = lapsed
                && wish.filter(w -> w.end().kind() == Expiry.Kind.CLEARED).isPresent();
        return (forgotten ? ended() : this).with(session.unsure()).at(now);
    }

    /** As it is shown; empty when nothing is set by hand. */
    public Optional<ManualStatus> status() {
        return wish.map(w -> new StatusReconciler(this, w).status());
    }

    /** As it is shown while Microsoft cannot be told anything, because of {@code why}. */
    public Optional<ManualStatus> statusUntold(Problem why) {
        return wish.map(w -> new StatusReconciler(this, w).statusUntold(why));
    }

    private StatusOverride with(DesiredStatus other) {
        return new StatusOverride(Optional.of(other), session, preferred, note, sent, said);
    }

    StatusOverride with(SessionSlot other) {
        return new StatusOverride(wish, other, preferred, note, sent, said);
    }

    StatusOverride with(PreferredSlot other) {
        return new StatusOverride(wish, session, other, note, sent, said);
    }

    StatusOverride with(NoteSlot other) {
        return new StatusOverride(wish, session, preferred, other, sent, said);
    }
}
