package app.ampel.policy;

import app.ampel.light.LightCommand;
import app.ampel.naming.Word;
import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import java.util.Optional;
import java.util.Set;

/**
 * Presences that people tell apart on a light, in the order in which they match: an activity says more than an
 * availability. {@link #UNKNOWN} is what is left.
 */
public enum PresenceGroup implements Word {
    IN_A_CALL(
            Set.of(Activity.IN_A_CALL, Activity.IN_A_CONFERENCE_CALL, Activity.PRESENTING),
            Set.of(),
            Optional.empty(),
            Presence.of(Availability.BUSY, Activity.IN_A_CALL)),
    QUIET(
            Set.of(Activity.DO_NOT_DISTURB, Activity.FOCUSING, Activity.URGENT_INTERRUPTIONS_ONLY),
            Set.of(),
            Optional.empty(),
            Presence.of(Availability.DO_NOT_DISTURB, Activity.FOCUSING)),
    IN_A_MEETING(
            Set.of(Activity.IN_A_MEETING),
            Set.of(),
            Optional.empty(),
            Presence.of(Availability.BUSY, Activity.IN_A_MEETING)),
    OUT_OF_OFFICE(
            Set.of(),
            Set.of(Availability.AWAY, Availability.OFFLINE, Availability.PRESENCE_UNKNOWN),
            Optional.of(true),
            Presence.of(Availability.OFFLINE, Activity.OUT_OF_OFFICE)),
    DO_NOT_DISTURB(
            Set.of(),
            Set.of(Availability.DO_NOT_DISTURB),
            Optional.empty(),
            Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB)),
    BUSY(
            Set.of(),
            Set.of(Availability.BUSY, Availability.BUSY_IDLE),
            Optional.empty(),
            Presence.of(Availability.BUSY, Activity.BUSY)),
    AVAILABLE(
            Set.of(),
            Set.of(Availability.AVAILABLE, Availability.AVAILABLE_IDLE, new Availability("AvailableInactive")),
            Optional.empty(),
            Presence.of(Availability.AVAILABLE, Activity.AVAILABLE)),
    AWAY(
            Set.of(),
            Set.of(Availability.AWAY, Availability.BE_RIGHT_BACK),
            Optional.empty(),
            Presence.of(Availability.AWAY, Activity.AWAY)),
    OFFLINE(
            Set.of(),
            Set.of(Availability.OFFLINE),
            Optional.empty(),
            Presence.of(Availability.OFFLINE, Activity.OFFLINE)),
    UNKNOWN(
            Set.of(),
            Set.of(),
            Optional.empty(),
            Presence.of(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN));

    private final Set<Activity> activities;
    private final Set<Availability> availabilities;
    private final Optional<Boolean> outOfOffice;
    private final Presence example;

    PresenceGroup(
            Set<Activity> activities,
            Set<Availability> availabilities,
            Optional<Boolean> outOfOffice,
            Presence example) {
        this.activities = activities;
        this.availabilities = availabilities;
        this.outOfOffice = outOfOffice;
        this.example = example;
    }

    /** One presence of this group. */
    public Presence example() {
        return example;
    }

    /** Whether somebody who sees it had better not disturb: whatever its colour, mixing these up harms nobody. */
    public boolean isBusy() {
        return switch (this) {
            case IN_A_CALL, QUIET, IN_A_MEETING, DO_NOT_DISTURB, BUSY -> true;
            case OUT_OF_OFFICE, AVAILABLE, AWAY, OFFLINE, UNKNOWN -> false;
        };
    }

    Scheme.Rule showing(LightCommand command) {
        return new Scheme.Rule(activities, availabilities, outOfOffice, command);
    }
}
