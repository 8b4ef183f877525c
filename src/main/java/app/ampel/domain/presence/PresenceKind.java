package app.ampel.domain.presence;

import app.ampel.domain.naming.WireName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kind a presence is, for everybody who shows one: lights, icon, ring and history keep a table over these and
 * classify nothing themselves. In the order in which they match: an activity says more than an availability, so that an
 * unknown activity takes its availability's kind. {@link #UNKNOWN} is what is left.
 */
public enum PresenceKind implements WireName {
    /** Speaking with somebody, or presenting to them. */
    IN_A_CALL(
            Set.of(Activity.IN_A_CALL, Activity.IN_A_CONFERENCE_CALL, Activity.PRESENTING),
            Set.of(),
            false,
            Presence.of(Availability.BUSY, Activity.IN_A_CALL)),
    FOCUSING(
            Set.of(Activity.FOCUSING, Activity.URGENT_INTERRUPTIONS_ONLY),
            Set.of(),
            false,
            Presence.of(Availability.DO_NOT_DISTURB, Activity.FOCUSING)),
    /** A meeting in the calendar that has not become a call. */
    IN_A_MEETING(Set.of(Activity.IN_A_MEETING), Set.of(), false, Presence.of(Availability.BUSY, Activity.IN_A_MEETING)),
    /** Being out of office says more than these availabilities, and less than any other. */
    OUT_OF_OFFICE(
            Set.of(),
            Set.of(Availability.AWAY, Availability.OFFLINE, Availability.PRESENCE_UNKNOWN),
            true,
            Presence.of(Availability.OFFLINE, Activity.OUT_OF_OFFICE)),
    DO_NOT_DISTURB(
            Set.of(),
            Set.of(Availability.DO_NOT_DISTURB),
            false,
            Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB)),
    BUSY(
            Set.of(),
            Set.of(Availability.BUSY, Availability.BUSY_IDLE),
            false,
            Presence.of(Availability.BUSY, Activity.BUSY)),
    AVAILABLE(
            Set.of(),
            Set.of(Availability.AVAILABLE, Availability.AVAILABLE_IDLE, Availability.AVAILABLE_INACTIVE),
            false,
            Presence.of(Availability.AVAILABLE, Activity.AVAILABLE)),
    AWAY(
            Set.of(),
            Set.of(Availability.AWAY, Availability.BE_RIGHT_BACK),
            false,
            Presence.of(Availability.AWAY, Activity.AWAY)),
    OFFLINE(Set.of(), Set.of(Availability.OFFLINE), false, Presence.of(Availability.OFFLINE, Activity.OFFLINE)),
    UNKNOWN(Set.of(), Set.of(), false, Presence.of(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN));

    private final Set<Activity> activities;
    private final Set<Availability> availabilities;
    private final boolean outOfOffice;
    private final Presence example;

    PresenceKind(Set<Activity> activities, Set<Availability> availabilities, boolean outOfOffice, Presence example) {
        this.activities = activities;
        this.availabilities = availabilities;
        this.outOfOffice = outOfOffice;
        this.example = example;
    }

    /** What each word may mean, in the order of the kinds: hundreds of colleagues are looked up at once. */
    private static final class Index {

        private static final Map<Activity, List<PresenceKind>> ACTIVITIES = new HashMap<>();
        private static final Map<Availability, List<PresenceKind>> AVAILABILITIES = new HashMap<>();

        static {
            for (PresenceKind kind : values()) {
                kind.activities.forEach(word -> ACTIVITIES
                        .computeIfAbsent(word, none -> new ArrayList<>())
                        .add(kind));
                kind.availabilities.forEach(word -> AVAILABILITIES
                        .computeIfAbsent(word, none -> new ArrayList<>())
                        .add(kind));
            }
        }

        private Index() {}
    }

    public static PresenceKind of(Presence presence) {
        List<PresenceKind> doing = Index.ACTIVITIES.getOrDefault(presence.activity(), List.of());
        PresenceKind first = doing.isEmpty() ? UNKNOWN : doing.get(0);
        for (PresenceKind kind : Index.AVAILABILITIES.getOrDefault(presence.availability(), List.of())) {
            if (kind.compareTo(first) < 0 && (!kind.outOfOffice || presence.isOutOfOffice())) {
                first = kind;
            }
        }
        return first;
    }

    /** The activities that are of this kind; empty: it goes by the availability. */
    public Set<Activity> activities() {
        return activities;
    }

    /** The availabilities that are of this kind, where no activity says more. */
    public Set<Availability> availabilities() {
        return availabilities;
    }

    /** {@code true} when it takes being out of office, too; empty: whether or not. */
    public Optional<Boolean> outOfOffice() {
        return outOfOffice ? Optional.of(true) : Optional.empty();
    }

    /** One presence of this kind. */
    public Presence example() {
        return example;
    }

    /** Whether somebody who sees it had better not disturb: whatever its colour, mixing these up harms nobody. */
    public boolean isBusy() {
        return switch (this) {
            case IN_A_CALL, FOCUSING, IN_A_MEETING, DO_NOT_DISTURB, BUSY -> true;
            case OUT_OF_OFFICE, AVAILABLE, AWAY, OFFLINE, UNKNOWN -> false;
        };
    }
}
