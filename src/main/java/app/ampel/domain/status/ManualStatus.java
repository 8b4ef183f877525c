package app.ampel.domain.status;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A status set by hand, as it stands.
 *
 * @param wish what the user wanted
 * @param leaseUntil when Microsoft drops it if Ampel falls silent; empty while Microsoft has not accepted it
 * @param problem failed, light only: why
 * @param noteProblem why the note could not be told
 */
public record ManualStatus(
        DesiredStatus wish,
        Optional<Instant> leaseUntil,
        State state,
        Optional<Problem> problem,
        Optional<Problem> noteProblem) {

    /** Words as in {@code status --json}. */
    public enum State implements WireName {
        /** Chosen; Microsoft has not shown it yet. */
        REQUESTED,
        /** Microsoft shows it. */
        IN_EFFECT,
        /** Microsoft accepted it and shows something else. */
        OVERRIDDEN,
        /** Microsoft could not be told; it is tried again until the end. */
        FAILED,
        /** On the light only: Microsoft may not be told. */
        LIGHT_ONLY
    }

    public ManualStatus {
        Objects.requireNonNull(wish);
        Objects.requireNonNull(leaseUntil);
        Objects.requireNonNull(state);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(noteProblem);
    }

    /** As it is without anything special. */
    public ManualStatus(
            Choice choice,
            Instant since,
            Instant until,
            Optional<Instant> leaseUntil,
            State state,
            Optional<Problem> problem) {
        this(
                DesiredStatus.of(
                        StatusRequest.of(choice, new Expiry(Expiry.Kind.TIMER, until)), since, Set.of(), false),
                leaseUntil,
                state,
                problem,
                Optional.empty());
    }

    public Choice choice() {
        return wish.choice();
    }

    public Instant since() {
        return wish.since();
    }

    public Instant until() {
        return wish.end().at();
    }

    public Expiry.Kind ends() {
        return wish.end().kind();
    }

    public Optional<String> note() {
        return wish.request().note();
    }

    /** Whether it stands above all sessions, though its choice alone would not. */
    public boolean takesOver() {
        return wish.request().takeOver() && choice().hold() == Choice.Hold.SESSION;
    }

    /** Why Microsoft shows something else; empty while it does not. */
    public Optional<Outcome> overridden() {
        return Optional.of(wish.verdict()).filter(verdict -> state == State.OVERRIDDEN);
    }

    /** Whether {@code Take over} can make Teams show it. */
    public boolean canTakeOver() {
        return state == State.OVERRIDDEN;
    }
}
