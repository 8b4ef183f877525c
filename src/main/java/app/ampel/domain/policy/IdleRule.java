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
public record IdleRule(IdleBehaviour how, Reason why, Optional<Instant> until) {

    public static final IdleRule NONE = new IdleRule(IdleBehaviour.FOLLOW, Reason.OUT_OF_HOURS, Optional.empty());

    public IdleRule {
        Objects.requireNonNull(how);
        Objects.requireNonNull(why);
        Objects.requireNonNull(until);
    }

    /** Whichever makes lights darker counts. */
    public static IdleRule at(Instant now, Rules rules, boolean locked, WorkingDay hours, ZoneId zone) {
        IdleBehaviour byLock = locked ? rules.whenLocked() : IdleBehaviour.FOLLOW;
        boolean counts = rules.outOfHours() != IdleBehaviour.FOLLOW;
        IdleBehaviour byHours = counts && !hours.isWithin(now, zone) ? rules.outOfHours() : IdleBehaviour.FOLLOW;
        Optional<Instant> until = counts ? hours.changesAfter(now, zone) : Optional.empty();
        return byLock.compareTo(byHours) > 0
                ? new IdleRule(byLock, Reason.LOCKED_REST, until)
                : new IdleRule(byHours, Reason.OUT_OF_HOURS, until);
    }

    boolean isNone() {
        return how == IdleBehaviour.FOLLOW;
    }
}
