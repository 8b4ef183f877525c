package app.ampel.domain.retry;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait before each further attempt: longer each time, up to a limit. What has failed how often, and what
 * happens when, is for whoever tries.
 *
 * @param first after the first failure
 * @param longest no wait is longer, but for its jitter; one that is shorter than {@code first} holds from the beginning
 * @param jitter by which share, 0 to 1, a wait may become shorter or longer, so that many do not try at once
 */
public record BackOff(Duration first, Duration longest, Growth growth, double jitter) {

    /** How one wait follows from the one before. */
    public enum Growth {
        /** Twice as long. */
        DOUBLING {
            @Override
            Duration next(Duration wait, Duration first) {
                return wait.multipliedBy(2);
            }
        },
        /** By the first one longer. */
        LINEAR {
            @Override
            Duration next(Duration wait, Duration first) {
                return wait.plus(first);
            }
        };

        abstract Duration next(Duration wait, Duration first);
    }

    public BackOff {
        Objects.requireNonNull(growth);
        if (first.isNegative() || first.isZero() || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("no wait: " + first + ", " + longest);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("no share: " + jitter);
        }
    }

    public static BackOff doubling(Duration first, Duration longest) {
        return new BackOff(first, longest, Growth.DOUBLING, 0);
    }

    public static BackOff linear(Duration step, Duration longest) {
        return new BackOff(step, longest, Growth.LINEAR, 0);
    }

    /** Always the same wait. */
    public static BackOff constant(Duration wait) {
        return doubling(wait, wait);
    }

    public BackOff withJitter(double share) {
        return new BackOff(first, longest, growth, share);
    }

    /** The wait after so many failures in a row, without jitter. At least one has happened: fewer count as one. */
    public Duration after(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = growth.next(wait, first);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** Any wait with its jitter, to the millisecond. {@code chance} is -1, the shortest, to 1, the longest. */
    public Duration jittered(Duration wait, double chance) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (1 + jitter * chance)));
    }
}
