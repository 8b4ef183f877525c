package app.ampel.domain.presence;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What Ampel can say about the user's presence now. The last good answer stays in it whatever has happened since, so
 * that whoever shows it can show its age instead of nothing.
 *
 * @param kind what is the matter
 * @param last the last good answer, if there ever was one
 * @param until throttled: when the next request is allowed
 * @param problem throttled, unreachable, signed out, consent missing: why
 */
public record PresenceReading(Kind kind, Optional<Last> last, Optional<Instant> until, Optional<Problem> problem) {

    /** Words as in {@code status --json}. */
    public enum Kind implements WireName {
        /** The last answer is good and fresh. */
        KNOWN,
        /** The last good answer is too old ({@link PollSchedule#freshFor}), or comes from the last run. */
        STALE,
        SIGNED_OUT,
        CONSENT_MISSING,
        /** Microsoft asked to wait. */
        THROTTLED,
        /** The last request did not get a usable answer. */
        UNREACHABLE
    }

    /**
     * A good answer.
     *
     * @param at when it arrived
     * @param staleSince since when it may no longer be shown as true; empty while it is fresh
     */
    public record Last(Presence presence, Instant at, Optional<Instant> staleSince) {
        public Last {
            Objects.requireNonNull(presence);
            Objects.requireNonNull(at);
            Objects.requireNonNull(staleSince);
        }

        public boolean fresh() {
            return staleSince.isEmpty();
        }
    }

    public PresenceReading {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(last);
        Objects.requireNonNull(until);
        Objects.requireNonNull(problem);
        if (kind == Kind.KNOWN && !last.map(Last::fresh).orElse(false)) {
            throw new IllegalArgumentException("known without a fresh answer");
        }
    }
}
