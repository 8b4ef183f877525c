package app.ampel.domain.status;

import app.ampel.domain.presence.Activity;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a session is set for and when it is renewed. Short, so that a crash frees the user within one lease; not
 * shorter than Microsoft takes. Sources: the pages of setPresence ("PT5M to PT4H"; Available fades after 5 minutes
 * whatever its expiration, so it is renewed before).
 */
public final class Leases {

    public static final Duration USUAL = Duration.ofMinutes(10);
    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofHours(4);

    /** Available is Available for so long after each word of ours. */
    static final Duration AVAILABLE_LASTS = Duration.ofMinutes(5);

    /** Available is renewed around the middle of this: after 160 to 240 seconds. */
    private static final Duration OF_AVAILABLE = Duration.ofSeconds(400);

    /** Microsoft may need this long to show what it accepted; until then nothing is called overridden. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Leases() {}

    /** The lease for a status that ends at {@code until}: whole minutes, never ending long after the status. */
    static Duration length(Instant now, Instant until, Duration longest) {
        Duration wholeMinutes = wholeMinutes(now, until);
        if (wholeMinutes.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wholeMinutes.compareTo(longest) < 0 ? wholeMinutes : longest;
    }

    /** Rounded up, so that Microsoft's end never comes before ours; the SDK writes fractions that few services read. */
    static Duration wholeMinutes(Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        long minutes = left.plusSeconds(59).plusMillis(999).toMinutes();
        return Duration.ofMinutes(Math.max(1, minutes));
    }

    /** In the middle of the lease, up to a tenth of it sooner or later; {@code jitter} is -1 to 1. */
    static Instant renewAt(PresenceCode pair, Instant now, Duration lease, double jitter) {
        boolean shortened = fades(pair) && lease.compareTo(OF_AVAILABLE) > 0;
        Duration within = shortened ? OF_AVAILABLE : lease;
        return now.plus(within.dividedBy(2)).plusMillis(Math.round(within.toMillis() * 0.1 * jitter));
    }

    static boolean fades(PresenceCode pair) {
        return pair.activity().equals(Activity.AVAILABLE);
    }
}
