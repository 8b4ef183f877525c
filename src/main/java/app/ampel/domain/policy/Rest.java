package app.ampel.domain.policy;

import app.ampel.domain.status.WorkingDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether lights rest at a moment, because nobody is expected to look at them.
 *
 * @param why why they do; {@code LOCKED_REST} or {@code OUT_OF_HOURS}
 * @param until when time alone may change it
 */
public record Rest(AtRest how, Reason why, Optional<Instant> until) {

    public static final Rest NONE = new Rest(AtRest.FOLLOW, Reason.OUT_OF_HOURS, Optional.empty());

    public Rest {
        Objects.requireNonNull(how);
        Objects.requireNonNull(why);
        Objects.requireNonNull(until);
    }

    /** Whichever makes lights darker counts. */
    public static Rest at(Instant now, Rules rules, boolean locked, WorkingDay hours, ZoneId zone) {
        AtRest byLock = locked ? rules.whenLocked() : AtRest.FOLLOW;
        boolean counts = rules.outOfHours() != AtRest.FOLLOW;
        AtRest byHours = counts && !hours.isWithin(now, zone) ? rules.outOfHours() : AtRest.FOLLOW;
        Optional<Instant> until = counts ? hours.changesAfter(now, zone) : Optional.empty();
        return byLock.compareTo(byHours) > 0
                ? new Rest(byLock, Reason.LOCKED_REST, until)
                : new Rest(byHours, Reason.OUT_OF_HOURS, until);
    }

    boolean isNone() {
        return how == AtRest.FOLLOW;
    }
}
