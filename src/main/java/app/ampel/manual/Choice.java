package app.ampel.manual;

import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import java.util.Locale;

/** What can be set by hand, with the pair of words that {@code setPresence} takes for it. */
public enum Choice {
    IN_A_CALL(Availability.BUSY, Activity.IN_A_CALL),
    IN_A_CONFERENCE_CALL(Availability.BUSY, Activity.IN_A_CONFERENCE_CALL),
    PRESENTING(Availability.DO_NOT_DISTURB, Activity.PRESENTING),
    AVAILABLE(Availability.AVAILABLE, Activity.AVAILABLE);

    private final Availability availability;
    private final Activity activity;

    Choice(Availability availability, Activity activity) {
        this.availability = availability;
        this.activity = activity;
    }

    public Availability availability() {
        return availability;
    }

    public Activity activity() {
        return activity;
    }

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
