package app.ampel.policy;

import app.ampel.light.LightCommand;
import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which presence shows which colour. The first rule that matches wins; a rule about the activity stands before one
 * about the availability, so that an unknown activity takes its availability's colour.
 *
 * @param otherwise what an availability that no rule knows shows
 */
public record Scheme(String name, List<Rule> rules, LightCommand otherwise) {

    public Scheme {
        Objects.requireNonNull(name);
        rules = List.copyOf(rules);
        Objects.requireNonNull(otherwise);
    }

    /**
     * Matches when every part that says something matches.
     *
     * @param activities any of these; empty: whatever the activity
     * @param availabilities any of these; empty: whatever the availability
     * @param outOfOffice empty: whether or not
     */
    public record Rule(
            Set<Activity> activities,
            Set<Availability> availabilities,
            Optional<Boolean> outOfOffice,
            LightCommand show) {

        public Rule {
            activities = Set.copyOf(activities);
            availabilities = Set.copyOf(availabilities);
            Objects.requireNonNull(outOfOffice);
            Objects.requireNonNull(show);
        }

        boolean matches(Presence presence) {
            return (activities.isEmpty() || activities.contains(presence.activity()))
                    && (availabilities.isEmpty() || availabilities.contains(presence.availability()))
                    && outOfOffice
                            .map(wanted -> wanted == isOutOfOffice(presence))
                            .orElse(true);
        }

        private static boolean isOutOfOffice(Presence presence) {
            return presence.outOfOffice() || presence.activity().equals(Activity.OUT_OF_OFFICE);
        }
    }

    public LightCommand show(Presence presence) {
        return rules.stream()
                .filter(rule -> rule.matches(presence))
                .findFirst()
                .map(Rule::show)
                .orElse(otherwise);
    }

    /** What each group shows, going by its example. */
    public Map<PresenceGroup, LightCommand> shows() {
        Map<PresenceGroup, LightCommand> shows = new EnumMap<>(PresenceGroup.class);
        for (PresenceGroup group : PresenceGroup.values()) {
            shows.put(group, show(group.example()));
        }
        shows.put(PresenceGroup.UNKNOWN, otherwise);
        return shows;
    }

    /** Whether it says no more than what each group shows, so that {@link #shows} loses nothing of it. */
    public boolean isByGroup() {
        return rules.equals(of(name, shows()).rules);
    }

    /**
     * A scheme that tells exactly the groups apart.
     *
     * @param shows what each group shows, all of them
     */
    public static Scheme of(String name, Map<PresenceGroup, LightCommand> shows) {
        List<Rule> rules = Arrays.stream(PresenceGroup.values())
                .filter(group -> group != PresenceGroup.UNKNOWN)
                .map(group -> group.showing(shows.get(group)))
                .toList();
        return new Scheme(name, rules, shows.get(PresenceGroup.UNKNOWN));
    }
}
