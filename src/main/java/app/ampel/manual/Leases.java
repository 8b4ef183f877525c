package app.ampel.manual;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session is set for and when it is renewed. Short, so that a crash frees the user within one lease; not
 * shorter than Microsoft takes. Sources: the pages of setPresence ("PT5M to PT4H"; Available fades after 5 minutes
 * whatever its expiration, so it is renewed before).
 */
final class Leases {

    static final Duration LENGTH = Duration.ofMinutes(10);
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration AVAILABLE_RENEWED_WITHIN = Duration.ofMinutes(4);

    private Leases() {}

    /** The lease for a status that ends at {@code until}: whole minutes, never ending long after the status. */
    static Duration length(Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        Duration wholeMinutes =
                Duration.ofMinutes(left.plusSeconds(59).plusMillis(999).toMinutes());
        if (wholeMinutes.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wholeMinutes.compareTo(LENGTH) < 0 ? wholeMinutes : LENGTH;
    }

    /** In the middle of the lease, up to a tenth of it sooner or later; {@code jitter} is -1 to 1. */
    static Instant renewAt(Choice choice, Instant now, Duration lease, double jitter) {
        Duration middle = lease.dividedBy(2);
        Instant renew = now.plus(middle).plusMillis(Math.round(lease.toMillis() * 0.1 * jitter));
        Instant fade = now.plus(AVAILABLE_RENEWED_WITHIN);
        return choice == Choice.AVAILABLE && renew.isAfter(fade) ? fade : renew;
    }
}
