package app.ampel.domain.policy;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
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
                            .map(wanted -> wanted == presence.isOutOfOffice())
                            .orElse(true);
        }
    }

    public LightCommand show(Presence presence) {
        return rules.stream()
                .filter(rule -> rule.matches(presence))
                .findFirst()
                .map(Rule::show)
                .orElse(otherwise);
    }

    /** What each kind of presence shows, going by its example. */
    public Map<PresenceKind, LightCommand> shows() {
        Map<PresenceKind, LightCommand> shows = new EnumMap<>(PresenceKind.class);
        for (PresenceKind kind : PresenceKind.values()) {
            shows.put(kind, show(kind.example()));
        }
        shows.put(PresenceKind.UNKNOWN, otherwise);
        return shows;
    }

    /** Whether it says no more than what each kind shows, so that {@link #shows} loses nothing of it. */
    public boolean isByKind() {
        return rules.equals(of(name, shows()).rules);
    }

    /**
     * A scheme that tells exactly the kinds of presence apart.
     *
     * @param shows what each kind shows, all of them
     */
    public static Scheme of(String name, Map<PresenceKind, LightCommand> shows) {
        List<Rule> rules = Arrays.stream(PresenceKind.values())
                .filter(kind -> kind != PresenceKind.UNKNOWN)
                .map(kind -> new Rule(kind.activities(), kind.availabilities(), kind.outOfOffice(), shows.get(kind)))
                .toList();
        return new Scheme(name, rules, shows.get(PresenceKind.UNKNOWN));
    }
}
