package app.ampel.domain.status;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;

/**
 * What can be set by hand, one list for the user. Behind it are two ways: an app's session ({@code setPresence}), beside
 * which a real call still shows, and the preferred presence ({@code setUserPreferredPresence}), which is the slot of
 * Teams' own status menu and stands above all sessions. Pairs are those of Microsoft's two pages; no others are taken.
 */
public enum Choice implements WireName {
    AVAILABLE(Availability.AVAILABLE, Activity.AVAILABLE, Hold.SESSION),
    BUSY(Availability.BUSY, Activity.BUSY, Hold.PREFERRED),
    DO_NOT_DISTURB(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB, Hold.PREFERRED),
    BE_RIGHT_BACK(Availability.BE_RIGHT_BACK, Activity.BE_RIGHT_BACK, Hold.PREFERRED),
    AWAY(Availability.AWAY, Activity.AWAY, Hold.PREFERRED),
    OFFLINE(Availability.OFFLINE, Activity.OFF_WORK, Hold.PREFERRED),
    IN_A_CALL(Availability.BUSY, Activity.IN_A_CALL, Hold.SESSION),
    IN_A_CONFERENCE_CALL(Availability.BUSY, Activity.IN_A_CONFERENCE_CALL, Hold.SESSION),
    PRESENTING(Availability.DO_NOT_DISTURB, Activity.PRESENTING, Hold.SESSION);

    /** By which of Microsoft's calls it is held. */
    public enum Hold {
        SESSION,
        PREFERRED
    }

    private final PresenceCode pair;
    private final Hold hold;

    Choice(Availability availability, Activity activity, Hold hold) {
        this.pair = new PresenceCode(availability, activity);
        this.hold = hold;
    }

    public PresenceCode pair() {
        return pair;
    }

    public Availability availability() {
        return pair.availability();
    }

    public Activity activity() {
        return pair.activity();
    }

    public Hold hold() {
        return hold;
    }

    /**
     * What the preferred presence is when this choice takes over: the nearest that Microsoft takes there, as calls and
     * presentations exist as sessions only.
     */
    public PresenceCode takenOver() {
        return switch (this) {
            case IN_A_CALL, IN_A_CONFERENCE_CALL -> BUSY.pair;
            case PRESENTING -> DO_NOT_DISTURB.pair;
            case AVAILABLE, BUSY, DO_NOT_DISTURB, BE_RIGHT_BACK, AWAY, OFFLINE -> pair;
        };
    }
}
