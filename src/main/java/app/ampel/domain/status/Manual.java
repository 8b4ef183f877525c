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
public record Manual(
        Optional<Wish> wish,
        SessionSlot session,
        PreferredSlot preferred,
        NoteSlot note,
        Optional<Sent> sent,
        Set<Hint> said) {

    public static final Manual NOTHING = new Manual(
            Optional.empty(), SessionSlot.EMPTY, PreferredSlot.EMPTY, NoteSlot.EMPTY, Optional.empty(), Set.of());

    /** A write on its way. */
    public record Sent(Write write, Instant at) {
        public Sent {
            Objects.requireNonNull(write);
            Objects.requireNonNull(at);
        }
    }

    public Manual {
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
    public Manual chosen(Request request, Instant now, Optional<Presence> before) {
        boolean nobodyInTeams = !mayBeHeld()
                && before.map(Presence::availability)
                        .filter(Availability.OFFLINE::equals)
                        .isPresent();
        Wish fresh = Wish.of(request, now, Set.of(), nobodyInTeams);
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

    private static Set<Hint> hints(Wish wish) {
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
    public Manual extended(Duration by) {
        return wish.map(w -> insisting(w.ending(w.end().later(by)))).orElse(this);
    }

    /** The user wants another note, or none, with what is set. */
    public Manual noted(Optional<String> text) {
        return wish.map(w -> with(w.noted(text)).with(note.calm())).orElse(this);
    }

    /** The user wants it to stand above whatever Teams shows. */
    public Manual takingOver() {
        return wish.filter(w -> !w.request().lightOnly())
                .map(w -> {
                    Wish taking = w.takingOver();
                    Set<Hint> hints = hints(taking);
                    hints.removeAll(said);
                    hints.addAll(w.hints());
                    return with(taking.hinted(hints)).with(preferred.unsure()).with(session.calm());
                })
                .orElse(this);
    }

    /** Where somebody else had replaced it, it is said again; else nothing has to be. */
    private Manual insisting(Wish w) {
        return w.verdict() == Verdict.REPLACED
                ? with(w.insisted()).with(session.unsure()).with(preferred.unsure())
                : with(w);
    }

    /** The user cleared it. */
    public Manual cleared() {
        return wishless().with(session.calm()).with(preferred.clearedByUser()).with(note.calm());
    }

    /** Its time is over. */
    private Manual ended() {
        return wishless()
                .with(isLost() ? SessionSlot.EMPTY : session.calm())
                .with(preferred.letGo().calm())
                .with(note.calm());
    }

    /** Somebody else may have made the session theirs; clearing it would clear theirs, so it is left to run out. */
    boolean isLost() {
        return wish.filter(w -> w.verdict() == Verdict.REPLACED).isPresent();
    }

    private Manual wishless() {
        Set<Hint> heard = EnumSet.noneOf(Hint.class);
        heard.addAll(said);
        wish.ifPresent(w -> heard.addAll(w.hints()));
        return new Manual(Optional.empty(), session, preferred, note, sent, heard);
    }

    /** Time has passed: a status whose end has come is over, a lease that has run out is gone. */
    public Manual at(Instant now) {
        Manual onTime = wish.filter(w -> w.end().isOver(now)).isPresent() ? ended() : this;
        return onTime.with(onTime.session.at(now))
                .with(onTime.preferred.at(now))
                .with(onTime.note.at(now, onTime.wantsNote()));
    }

    /** The computer woke up or is somewhere else: what failed is told again at once. */
    public Manual hurried() {
        return with(session.hurried()).with(preferred.hurried()).with(note.hurried());
    }

    /** The computer slept for so long: nobody meant "until I clear it" to wait for the next day. */
    public Manual slept(Duration time, Duration lease) {
        boolean forgotten =
                wish.filter(w -> w.end().kind() == End.Kind.CLEARED).isPresent() && time.compareTo(lease) > 0;
        return forgotten ? ended() : this;
    }

    /** The computer's clock was put right by so much: spans of time stay as long as they are. */
    public Manual corrected(Duration by) {
        return new Manual(
                wish.map(w -> w.corrected(by)),
                session.corrected(by),
                preferred.corrected(by),
                note.corrected(by),
                sent.map(s -> new Sent(s.write(), s.at().plus(by))),
                said);
    }

    /** A write is on its way: whether its answer arrives or not, Microsoft may hold it from now on. */
    public Manual sending(Write write, Instant now) {
        Manual going = new Manual(wish, session, preferred, note, Optional.of(new Sent(write, now)), said);
        return write.accept(new Sending(going, now));
    }

    /** Microsoft took what was on its way. {@code jitter} is -1 to 1. */
    public Manual taken(double jitter) {
        return sent.map(s -> s.write().accept(new Taken(arrived(), s.at(), jitter)))
                .orElse(this);
    }

    private Manual arrived() {
        return new Manual(wish, session, preferred, note, Optional.empty(), said);
    }

    /** What was on its way failed in a way that may pass. */
    public Manual failed(Problem problem, Instant now) {
        // The line and the limits are the same for all that is told; a refusal is about one thing.
        boolean all = sent.isEmpty() || problem.kind().remedy() == Problem.Remedy.RETRY;
        Set<Write.Slot> about = all
                ? EnumSet.allOf(Write.Slot.class)
                : EnumSet.of(sent.get().write().slot());
        return arrived()
                .with(about.contains(Write.Slot.SESSION) ? session.failed(problem, now) : session)
                .with(about.contains(Write.Slot.PREFERRED) ? preferred.failed(problem, now) : preferred)
                .with(about.contains(Write.Slot.NOTE) ? note.failed(problem, now) : note);
    }

    /**
     * What was to be told could not be kept on disk before, and was not told.
     *
     * @param earlier before it was on its way
     */
    public Manual unsent(Manual earlier, Problem problem, Instant now) {
        PreferredSlot there = preferred.userCleared() ? earlier.preferred.clearedByUser() : earlier.preferred;
        return with(there).with(earlier.note).failed(problem, now);
    }

    /** Microsoft may not be told: the status holds on the light. */
    public Manual onLightOnly(Problem why) {
        Optional<Wish> there = wish.map(w -> w.onLightOnly(why));
        return new Manual(there, session.refused(), preferred.refused(), note.refused(), Optional.empty(), said);
    }

    /** What Microsoft showed to a request sent at {@code asked}. */
    public Manual seen(Presence presence, Instant asked) {
        PreferredSlot looked = preferred.seen(presence, asked);
        Manual seen = with(wantsPreferred() ? looked : looked.letGo()).with(note.seen(presence, asked, wantsNote()));
        return wish.map(w -> seen.with(new Showing(this, w).judgedBy(presence, asked)))
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

    /**
     * What has to be told to Microsoft next, and when.
     *
     * @param away nobody is at the computer
     * @param lease how long a session is set for
     */
    public Optional<Write.Planned> plan(Instant now, boolean away, Duration lease) {
        return sent.isPresent() ? Optional.empty() : new Plan(this).next(now, away, lease);
    }

    /**
     * What is told to Microsoft when the program ends.
     *
     * @param leave a running status goes on to its end, as far as Microsoft lets it
     */
    public List<Write> farewell(Instant now, boolean leave) {
        return new Plan(this).farewell(now, leave);
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
    public Manual lasting() {
        return new Manual(wish, session.calm(), preferred.lasting(), note.lasting(), Optional.empty(), said);
    }

    /** Microsoft has forgotten all of it. */
    public Manual forgotten() {
        return new Manual(wish, SessionSlot.EMPTY, PreferredSlot.EMPTY, NoteSlot.EMPTY, Optional.empty(), said);
    }

    /** As it was kept by an earlier run that may have ended in any way. */
    public Manual resumed(Instant now) {
        boolean lapsed =
                session.held().filter(h -> !now.isBefore(h.mayLastUntil())).isPresent();
        boolean forgotten =
                lapsed && wish.filter(w -> w.end().kind() == End.Kind.CLEARED).isPresent();
        return (forgotten ? ended() : this).with(session.unsure()).at(now);
    }

    /** As it is shown; empty when nothing is set by hand. */
    public Optional<ManualStatus> status() {
        return wish.map(w -> new Showing(this, w).status());
    }

    /** As it is shown while Microsoft cannot be told anything, because of {@code why}. */
    public Optional<ManualStatus> statusUntold(Problem why) {
        return wish.map(w -> new Showing(this, w).statusUntold(why));
    }

    private Manual with(Wish other) {
        return new Manual(Optional.of(other), session, preferred, note, sent, said);
    }

    Manual with(SessionSlot other) {
        return new Manual(wish, other, preferred, note, sent, said);
    }

    Manual with(PreferredSlot other) {
        return new Manual(wish, session, other, note, sent, said);
    }

    Manual with(NoteSlot other) {
        return new Manual(wish, session, preferred, other, sent, said);
    }
}
