package app.ampel.domain.status;

import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The note to colleagues at Microsoft: ours while it is wanted, afterwards what stood there before. What somebody has
 * written there since is left alone.
 *
 * @param held what Microsoft holds, or may hold after a request whose answer got lost
 * @param theirs what was last read there that is not ours; empty while nothing was read
 */
public record NoteSlot(Optional<Held> held, Optional<Optional<StatusMessage>> theirs, Trouble trouble) {

    static final NoteSlot EMPTY = new NoteSlot(Optional.empty(), Optional.empty(), Trouble.NONE);

    /** Ends closer than this are one and the same; and so long after its end a note has surely ended by itself. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /**
     * @param since when it was taken, or sent while no answer has come
     * @param until the end that it was set for; while it is not taken, of whichever may be there longest
     * @param taken whether an answer has said so
     * @param possible this one, and while it is not taken those before it that may still be there
     * @param before what stood there
     * @param changed somebody has put something else there since
     */
    public record Held(
            String text,
            Instant since,
            Instant until,
            boolean taken,
            Set<String> possible,
            Optional<StatusMessage> before,
            boolean changed) {

        public Held {
            Objects.requireNonNull(text);
            Objects.requireNonNull(since);
            Objects.requireNonNull(until);
            possible = Set.copyOf(possible);
            Objects.requireNonNull(before);
        }

        private Held corrected(Duration by) {
            Optional<StatusMessage> moved = before.map(message -> new StatusMessage(
                    message.text(), message.until().map(end -> end.plus(by)), message.original(), message.published()));
            return new Held(text, since.plus(by), until.plus(by), taken, possible, moved, changed);
        }

        private boolean hasLongEnded(Instant now) {
            return !now.isBefore(until.plus(TOLERANCE));
        }
    }

    public NoteSlot {
        Objects.requireNonNull(held);
        Objects.requireNonNull(theirs);
        Objects.requireNonNull(trouble);
    }

    /** Nothing is written before it is known what would be overwritten. */
    Optional<GraphRequest.Planned> plan(String text, Instant until) {
        boolean stands = held.filter(h -> h.taken() && h.text().equals(text))
                .filter(h -> Duration.between(h.until(), until).abs().compareTo(TOLERANCE) < 0)
                .isPresent();
        boolean known = held.isPresent() || theirs.isPresent();
        return stands || !known
                ? Optional.empty()
                : Optional.of(new GraphRequest.Planned(
                        new GraphRequest.SetNote(new StatusMessage(text, Optional.of(until))), trouble.notBefore()));
    }

    /** While none is wanted. What has ended by itself waits for a reading that says what is there now. */
    Optional<GraphRequest.Planned> planToPutBack(Instant now) {
        return held.filter(h -> !h.changed() && !h.hasLongEnded(now))
                .map(h -> new GraphRequest.Planned(
                        new GraphRequest.PutBackNote(alive(h.before(), now)), trouble.notBefore()));
    }

    private static Optional<StatusMessage> alive(Optional<StatusMessage> message, Instant now) {
        return message.filter(m -> m.until().map(now::isBefore).orElse(true));
    }

    /** Nothing stood there before and Microsoft has ended ours: nothing is left to do. */
    NoteSlot at(Instant now, boolean wanted) {
        boolean done = !wanted
                && held.filter(h -> h.changed()
                                || h.hasLongEnded(now) && alive(h.before(), now).isEmpty())
                        .isPresent();
        return done ? without() : this;
    }

    NoteSlot sending(GraphRequest.SetNote set, Instant now) {
        StatusMessage note = set.note();
        Optional<StatusMessage> before = held.isPresent() ? held.get().before() : theirs.flatMap(t -> t);
        Set<String> possible = new HashSet<>(held.map(Held::possible).orElse(Set.of()));
        possible.add(note.text());
        // An earlier one may still be there, and end later.
        Instant end = note.until().orElse(now);
        Instant lasting = held.map(Held::until).filter(end::isBefore).orElse(end);
        Held sent = new Held(note.text(), now, lasting, false, possible, before, false);
        return new NoteSlot(Optional.of(sent), theirs, trouble);
    }

    NoteSlot taken(GraphRequest.SetNote set, Instant sentAt) {
        String text = set.note().text();
        Instant end = set.note().until().orElse(sentAt);
        return new NoteSlot(
                held.map(h -> new Held(text, sentAt, end, true, Set.of(text), h.before(), false)),
                theirs,
                Trouble.NONE);
    }

    NoteSlot putBack() {
        return new NoteSlot(Optional.empty(), Optional.of(held.flatMap(Held::before)), Trouble.NONE);
    }

    private NoteSlot without() {
        return new NoteSlot(Optional.empty(), theirs, Trouble.NONE);
    }

    NoteSlot failed(Problem problem, Instant now) {
        return new NoteSlot(held, theirs, trouble.and(problem, now));
    }

    /** What was refused is not there. */
    NoteSlot refused() {
        return new NoteSlot(held.filter(Held::taken), theirs, Trouble.NONE);
    }

    NoteSlot seen(Presence presence, Instant asked, boolean wanted) {
        Optional<StatusMessage> there = presence.statusMessage();
        if (held.isEmpty() || asked.isBefore(held.get().since())) {
            return held.isEmpty() ? new NoteSlot(held, Optional.of(there), trouble) : this;
        }
        Held ours = held.get();
        boolean stands = there.filter(message -> isOurs(message, ours)).isPresent();
        if (stands || wanted) {
            boolean patient = asked.isBefore(ours.since().plus(Leases.PATIENCE));
            return marked(ours.taken() && !stands && !patient);
        }
        // Ended by itself and nothing new there: what stood there before can come back. Else it is somebody's word.
        boolean ended = !asked.isBefore(ours.until());
        return ended && there.isEmpty()
                ? endingAt(asked)
                : new NoteSlot(Optional.empty(), Optional.of(there), Trouble.NONE);
    }

    private static boolean isOurs(StatusMessage there, Held ours) {
        return ours.possible().stream().anyMatch(text -> NoteText.same(text, there.text()))
                || ours.taken() && NoteText.isOurs(there, ours.since());
    }

    private NoteSlot endingAt(Instant now) {
        return new NoteSlot(
                held.map(h -> new Held(h.text(), h.since(), now, h.taken(), h.possible(), h.before(), false)),
                theirs,
                trouble);
    }

    private NoteSlot marked(boolean changed) {
        return new NoteSlot(
                held.map(h -> new Held(h.text(), h.since(), h.until(), h.taken(), h.possible(), h.before(), changed)),
                theirs,
                trouble);
    }

    /** What of it outlives the program. */
    NoteSlot lasting() {
        return new NoteSlot(held, Optional.empty(), Trouble.NONE);
    }

    NoteSlot hurried() {
        return new NoteSlot(held, theirs, trouble.hurried());
    }

    NoteSlot calm() {
        return new NoteSlot(held, theirs, Trouble.NONE);
    }

    NoteSlot corrected(Duration by) {
        return new NoteSlot(held.map(h -> h.corrected(by)), theirs, trouble.corrected(by));
    }
}
