package app.ampel.service.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A moment by three clocks, so that the difference of two moments tells what happened in between.
 *
 * @param wall what the clock on the wall says; jumps when somebody puts it right
 * @param up how long the computer has been up, sleep included; never jumps
 * @param awake the same without sleep
 */
public record Moment(Instant wall, Duration up, Duration awake) {

    /** Clocks are read one after the other, and a busy computer may do something else in between. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public Moment {
        Objects.requireNonNull(wall);
        Objects.requireNonNull(up);
        Objects.requireNonNull(awake);
    }

    /** By how much the clock on the wall was put right; zero when it was not. */
    public Duration correctedSince(Moment earlier) {
        return beyondTolerance(Duration.between(earlier.wall, wall).minus(up.minus(earlier.up)));
    }

    /** How long the computer slept. */
    public Duration sleptSince(Moment earlier) {
        return beyondTolerance(up.minus(earlier.up).minus(awake.minus(earlier.awake)));
    }

    private static Duration beyondTolerance(Duration difference) {
        return difference.abs().compareTo(TOLERANCE) > 0 ? difference : Duration.ZERO;
    }
}
