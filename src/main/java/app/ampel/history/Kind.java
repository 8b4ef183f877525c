package app.ampel.history;

import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import java.util.Set;

/** What a presence counts as when time is added up. */
public enum Kind {
    /** Speaking with somebody, or presenting to them. */
    CALL,
    /** A meeting in the calendar that has not become a call. */
    MEETING,
    AVAILABLE,
    OTHER;

    private static final Set<Activity> CALLS =
            Set.of(Activity.IN_A_CALL, Activity.IN_A_CONFERENCE_CALL, Activity.PRESENTING);
    private static final Set<Availability> AVAILABLES =
            Set.of(Availability.AVAILABLE, Availability.AVAILABLE_IDLE, new Availability("AvailableInactive"));

    public static Kind of(Presence presence) {
        if (CALLS.contains(presence.activity())) {
            return CALL;
        }
        if (presence.activity().equals(Activity.IN_A_MEETING)) {
            return MEETING;
        }
        return AVAILABLES.contains(presence.availability()) ? AVAILABLE : OTHER;
    }
}
