package app.ampel.domain.presence;

import java.time.Duration;

/**
 * The bounds of the polling schedule.
 *
 * @param usual between two polls while awake and nothing special happens
 * @param fastest after the user did something
 * @param slowest when nothing has changed for long, or after a 429
 */
public record PollingLimits(Duration usual, Duration fastest, Duration slowest) {

    public static final PollingLimits DEFAULT =
            new PollingLimits(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(60));

    public PollingLimits {
        if (fastest.compareTo(Duration.ofSeconds(1)) < 0
                || fastest.compareTo(usual) > 0
                || usual.compareTo(slowest) > 0) {
            throw new IllegalArgumentException("1 s <= fastest <= usual <= slowest");
        }
    }

    /** The same with nothing below {@code shortest}: the administrator's word. */
    public PollingLimits atLeast(Duration shortest) {
        return new PollingLimits(max(usual, shortest), max(fastest, shortest), max(slowest, shortest));
    }

    /** Another usual interval; the others give way where they have to. */
    public PollingLimits withUsual(Duration other) {
        return new PollingLimits(other, min(fastest, other), max(slowest, other));
    }

    /** Another fastest interval; the others give way where they have to. */
    public PollingLimits withFastest(Duration other) {
        return new PollingLimits(max(usual, other), other, max(slowest, other));
    }

    /** Another slowest interval; the others give way where they have to. */
    public PollingLimits withSlowest(Duration other) {
        return new PollingLimits(min(usual, other), min(fastest, other), other);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
