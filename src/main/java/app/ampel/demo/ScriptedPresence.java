package app.ampel.demo;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import java.util.Objects;

/** Availability and activity as they stand together. */
public record ScriptedPresence(Availability availability, Activity activity) {

    public static final ScriptedPresence AVAILABLE = new ScriptedPresence(Availability.AVAILABLE, Activity.AVAILABLE);
    public static final ScriptedPresence AVAILABLE_INACTIVE =
            new ScriptedPresence(Availability.AVAILABLE, new Activity("AvailableInactive"));
    public static final ScriptedPresence AWAY = new ScriptedPresence(Availability.AWAY, Activity.AWAY);
    public static final ScriptedPresence OFFLINE = new ScriptedPresence(Availability.OFFLINE, Activity.OFFLINE);

    public ScriptedPresence {
        Objects.requireNonNull(availability);
        Objects.requireNonNull(activity);
    }

    /**
     * Which of several sessions shows, higher wins: DoNotDisturb, Busy, Available, Away (Microsoft's page on managing
     * presence state). That page names these four only; their idle forms rank with them and BeRightBack with Away.
     */
    int rank() {
        return switch (availability.key()) {
            case "donotdisturb" -> 4;
            case "busy", "busyidle" -> 3;
            case "available", "availableidle" -> 2;
            case "away", "berightback" -> 1;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return availability + "/" + activity;
    }
}
