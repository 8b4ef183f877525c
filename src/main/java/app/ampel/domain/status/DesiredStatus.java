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
public record DesiredStatus(
        StatusRequest request,
        Instant since,
        Optional<Problem> problem,
        Outcome verdict,
        boolean wasShown,
        Set<Hint> hints,
        boolean offlineAfter) {

    public DesiredStatus {
        Objects.requireNonNull(request);
        Objects.requireNonNull(since);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(verdict);
        hints = Set.copyOf(hints);
    }

    static DesiredStatus of(StatusRequest request, Instant now, Set<Hint> hints, boolean offlineAfter) {
        return new DesiredStatus(request, now, Optional.empty(), Outcome.NOT_SEEN, false, hints, offlineAfter);
    }

    Choice choice() {
        return request.choice();
    }

    Expiry end() {
        return request.end();
    }

    /** Whether it lives in the slot of Teams' own status menu. */
    boolean isPreferred() {
        return request.takeOver() || choice().hold() == Choice.Hold.PREFERRED;
    }

    /** What Microsoft is to show. */
    PresenceCode wanted() {
        return isPreferred() ? choice().takenOver() : choice().pair();
    }

    /** What the session says: a preferred presence needs one, whatever it is. */
    PresenceCode session() {
        return isPreferred() ? PresenceCode.AWAY : choice().pair();
    }

    /** Whether Microsoft is to be told anything now. */
    boolean isTold() {
        return !request.lightOnly() && verdict != Outcome.REPLACED;
    }

    DesiredStatus onLightOnly(Problem why) {
        StatusRequest changed =
                new StatusRequest(request.choice(), request.end(), request.note(), true, request.takeOver());
        return new DesiredStatus(changed, since, Optional.of(why), verdict, wasShown, hints, offlineAfter);
    }

    DesiredStatus ending(Expiry other) {
        return new DesiredStatus(request.ending(other), since, problem, verdict, wasShown, hints, offlineAfter);
    }

    DesiredStatus noted(Optional<String> note) {
        StatusRequest changed =
                new StatusRequest(request.choice(), request.end(), note, request.lightOnly(), request.takeOver());
        return new DesiredStatus(changed, since, problem, verdict, wasShown, hints, offlineAfter);
    }

    DesiredStatus takingOver() {
        StatusRequest changed =
                new StatusRequest(request.choice(), request.end(), request.note(), request.lightOnly(), true);
        return new DesiredStatus(changed, since, problem, Outcome.NOT_SEEN, false, hints, offlineAfter);
    }

    DesiredStatus judged(Outcome other) {
        return new DesiredStatus(
                request, since, problem, other, wasShown || other == Outcome.SHOWN, hints, offlineAfter);
    }

    /** Said again: what was seen before counts no more. */
    DesiredStatus insisted() {
        return new DesiredStatus(request, since, problem, Outcome.NOT_SEEN, false, hints, offlineAfter);
    }

    DesiredStatus hinted(Set<Hint> other) {
        return new DesiredStatus(request, since, problem, verdict, wasShown, other, offlineAfter);
    }

    DesiredStatus corrected(Duration by) {
        return new DesiredStatus(
                request.ending(request.end().corrected(by)),
                since.plus(by),
                problem,
                verdict,
                wasShown,
                hints,
                offlineAfter);
    }
}
