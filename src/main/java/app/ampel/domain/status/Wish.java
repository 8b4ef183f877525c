package app.ampel.domain.status;

import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the user wants.
 *
 * @param since when it was said
 * @param problem why it is on the light only; empty while it is not, or when the user said so
 * @param verdict what the readings since have shown
 * @param wasShown whether one of them has shown it
 * @param hints what is said with it because it had not been said before
 * @param offlineAfter nobody was seen in Teams before, so that one appears offline when this ends
 */
public record Wish(
        Request request,
        Instant since,
        Optional<Problem> problem,
        Verdict verdict,
        boolean wasShown,
        Set<Hint> hints,
        boolean offlineAfter) {

    public Wish {
        Objects.requireNonNull(request);
        Objects.requireNonNull(since);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(verdict);
        hints = Set.copyOf(hints);
    }

    static Wish of(Request request, Instant now, Set<Hint> hints, boolean offlineAfter) {
        return new Wish(request, now, Optional.empty(), Verdict.NOT_SEEN, false, hints, offlineAfter);
    }

    Choice choice() {
        return request.choice();
    }

    End end() {
        return request.end();
    }

    /** Whether it lives in the slot of Teams' own status menu. */
    boolean isPreferred() {
        return request.takeOver() || choice().hold() == Choice.Hold.PREFERRED;
    }

    /** What Microsoft is to show. */
    Pair wanted() {
        return isPreferred() ? choice().takenOver() : choice().pair();
    }

    /** What the session says: a preferred presence needs one, whatever it is. */
    Pair session() {
        return isPreferred() ? Pair.AWAY : choice().pair();
    }

    /** Whether Microsoft is to be told anything now. */
    boolean isTold() {
        return !request.lightOnly() && verdict != Verdict.REPLACED;
    }

    Wish onLightOnly(Problem why) {
        Request changed = new Request(request.choice(), request.end(), request.note(), true, request.takeOver());
        return new Wish(changed, since, Optional.of(why), verdict, wasShown, hints, offlineAfter);
    }

    Wish ending(End other) {
        return new Wish(request.ending(other), since, problem, verdict, wasShown, hints, offlineAfter);
    }

    Wish noted(Optional<String> note) {
        Request changed = new Request(request.choice(), request.end(), note, request.lightOnly(), request.takeOver());
        return new Wish(changed, since, problem, verdict, wasShown, hints, offlineAfter);
    }

    Wish takingOver() {
        Request changed = new Request(request.choice(), request.end(), request.note(), request.lightOnly(), true);
        return new Wish(changed, since, problem, Verdict.NOT_SEEN, false, hints, offlineAfter);
    }

    Wish judged(Verdict other) {
        return new Wish(request, since, problem, other, wasShown || other == Verdict.SHOWN, hints, offlineAfter);
    }

    /** Said again: what was seen before counts no more. */
    Wish insisted() {
        return new Wish(request, since, problem, Verdict.NOT_SEEN, false, hints, offlineAfter);
    }

    Wish hinted(Set<Hint> other) {
        return new Wish(request, since, problem, verdict, wasShown, other, offlineAfter);
    }

    Wish corrected(Duration by) {
        return new Wish(
                request.ending(request.end().corrected(by)),
                since.plus(by),
                problem,
                verdict,
                wasShown,
                hints,
                offlineAfter);
    }
}
