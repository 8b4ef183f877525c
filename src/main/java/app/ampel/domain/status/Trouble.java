package app.ampel.domain.status;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Retry;
import app.ampel.domain.retry.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes that failed, one kind of them.
 *
 * @param count since the last good one
 * @param problem why the last one failed
 * @param notBefore when the next is allowed
 */
public record Trouble(int count, Optional<Problem> problem, Instant notBefore) {

    public static final Trouble NONE = new Trouble(0, Optional.empty(), Instant.EPOCH);

    static final BackOff BACK_OFF = BackOff.doubling(Duration.ofSeconds(5), Duration.ofMinutes(2));

    /** What was refused will be refused again; asking often is no help. */
    static final Duration REFUSED_BACK_OFF = Duration.ofMinutes(5);

    public Trouble {
        Objects.requireNonNull(problem);
        Objects.requireNonNull(notBefore);
    }

    Trouble and(Problem another, Instant now) {
        Instant again = another.until().filter(until -> until.isAfter(now)).orElseGet(() -> now.plus(backOff(another)));
        return new Trouble(count + 1, Optional.of(another), again);
    }

    private Duration backOff(Problem another) {
        if (another.kind().remedy() == Problem.Remedy.REFUSED || another.kind().retry() == Retry.SLOWLY) {
            return REFUSED_BACK_OFF;
        }
        return BACK_OFF.after(count + 1);
    }

    /** What stood in the way may have gone; but for a time that Microsoft has named. */
    Trouble hurried() {
        boolean named = problem.flatMap(Problem::until).isPresent();
        return named ? this : new Trouble(count, problem, Instant.EPOCH);
    }

    Trouble corrected(Duration by) {
        return this.equals(NONE) ? this : new Trouble(count, problem, notBefore.plus(by));
    }
}
