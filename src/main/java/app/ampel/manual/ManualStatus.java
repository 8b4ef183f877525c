package app.ampel.manual;

import app.ampel.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A status set by hand, as it stands.
 *
 * @param since when it was chosen
 * @param until when it ends
 * @param leaseUntil when Microsoft drops it unless it is renewed; empty while Microsoft has not accepted it
 * @param problem failed, light only: why
 */
public record ManualStatus(
        Choice choice,
        Instant since,
        Instant until,
        Optional<Instant> leaseUntil,
        State state,
        Optional<Problem> problem) {

    /** Words as in {@code status --json}. */
    public enum State {
        /** Chosen; Microsoft has not shown it yet. */
        REQUESTED,
        /** Microsoft shows it. */
        IN_EFFECT,
        /** Microsoft accepted it and shows something else. */
        OVERRIDDEN,
        /** Microsoft could not be told; it is tried again until the end. */
        FAILED,
        /** On the light only: Microsoft may not be told. */
        LIGHT_ONLY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ManualStatus {
        Objects.requireNonNull(choice);
        Objects.requireNonNull(since);
        Objects.requireNonNull(leaseUntil);
        Objects.requireNonNull(state);
        Objects.requireNonNull(problem);
        if (!until.isAfter(since)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }
}
