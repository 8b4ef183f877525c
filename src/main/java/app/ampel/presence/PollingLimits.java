package app.ampel.presence;

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

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
