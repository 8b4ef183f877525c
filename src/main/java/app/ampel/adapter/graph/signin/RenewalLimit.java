package app.ampel.adapter.graph.signin;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * How often Entra may be asked for a token. One an hour is usual. Whatever makes Ampel ask more often (a token that has
 * run out as soon as it is here, one that Graph refuses again and again, two that match one question), it comes to no
 * more than {@link #BURST} in a row and one every {@link #PAUSE} after that; Entra calls more a client loop
 * (AADSTS50196) and turns everybody away. Only what Entra has answered counts. Not thread-safe.
 */
final class RenewalLimit {

    static final int BURST = 8;
    static final Duration PAUSE = Duration.ofMinutes(10);

    /** No more for now. */
    static final class Reached extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Instant until;

        Reached(Instant until) {
            super("Entra has been asked for too many tokens");
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }

    /** When all that was used is there again. */
    private Instant full = Instant.MIN;

    /** Throws when it is too early to ask. */
    void ask(Instant now) throws Reached {
        Instant latest = now.plus(PAUSE.multipliedBy(BURST));
        if (full.isAfter(latest)) {
            // The clock was put back.
            full = latest;
        }
        Instant allowed = full.equals(Instant.MIN) ? now : full.minus(PAUSE.multipliedBy(BURST - 1L));
        if (allowed.isAfter(now)) {
            throw new Reached(allowed);
        }
    }

    /** Entra has answered. */
    void answered(Instant now) {
        full = (full.isAfter(now) ? full : now).plus(PAUSE);
    }
}
