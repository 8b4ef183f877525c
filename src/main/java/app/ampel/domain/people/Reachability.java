package app.ampel.domain.people;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody can be asked something now, the best first. The one rule of who counts as free, and who as nearest. */
public enum Reachability implements WireName {
    AVAILABLE,
    /** Available, but not at the keyboard just now. */
    IDLE,
    /** Available in whatever way, but out of office: only where nobody else is. */
    AVAILABLE_OUT_OF_OFFICE,
    AWAY,
    IN_A_MEETING,
    /** Everything else that is known: in a call, on Do not disturb, offline. */
    NOT_NOW,
    UNKNOWN;

    public static Reachability of(Optional<Presence> presence) {
        return presence.map(Reachability::of).orElse(UNKNOWN);
    }

    /** What {@code known} still says at {@code now}. */
    public static Reachability of(Optional<PresenceAt> known, Instant now) {
        return of(known.flatMap(it -> it.on(now)));
    }

    private static Reachability of(Presence presence) {
        return switch (PresenceKind.of(presence)) {
            case AVAILABLE ->
                presence.isOutOfOffice()
                        ? AVAILABLE_OUT_OF_OFFICE
                        : presence.availability().equals(Availability.AVAILABLE) ? AVAILABLE : IDLE;
            case AWAY -> presence.isOutOfOffice() ? NOT_NOW : AWAY;
            case IN_A_MEETING -> canWait(presence) ? IN_A_MEETING : NOT_NOW;
            case IN_A_CALL, FOCUSING, OUT_OF_OFFICE, DO_NOT_DISTURB, BUSY, OFFLINE -> NOT_NOW;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Not whoever presents in it, and not whoever will not be there after it. */
    private static boolean canWait(Presence presence) {
        return !presence.availability().equals(Availability.DO_NOT_DISTURB) && !presence.isOutOfOffice();
    }

    public boolean isFree() {
        return switch (this) {
            case AVAILABLE, IDLE, AVAILABLE_OUT_OF_OFFICE -> true;
            case AWAY, IN_A_MEETING, NOT_NOW, UNKNOWN -> false;
        };
    }

    /** Whoever will be free first, as far as one can tell, where nobody is. */
    public boolean isNear() {
        return switch (this) {
            case AWAY, IN_A_MEETING -> true;
            case AVAILABLE, IDLE, AVAILABLE_OUT_OF_OFFICE, NOT_NOW, UNKNOWN -> false;
        };
    }
}
