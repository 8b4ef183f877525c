package app.ampel.policy;

import app.ampel.light.Colour;
import app.ampel.light.Effect;
import app.ampel.light.LightCommand;
import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import java.util.List;
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

    /** White at a fifth of its brightness: "this light does not know". */
    public static final LightCommand DIM_WHITE = LightCommand.solid(Colour.WHITE.dimmedTo(20));

    /** "Nobody is signed in." */
    public static final LightCommand DOUBLE_WHITE = new LightCommand(Colour.WHITE, Effect.DOUBLE_BLINK);

    /** The ready-made scheme that Ampel starts with. */
    public static final Scheme CLASSIC = new Scheme(
            "classic",
            List.of(
                    activity(
                            new LightCommand(Colour.RED, Effect.PULSE),
                            Activity.IN_A_CALL,
                            Activity.IN_A_CONFERENCE_CALL,
                            Activity.PRESENTING),
                    activity(
                            LightCommand.solid(Colour.MAGENTA_RED),
                            Activity.DO_NOT_DISTURB,
                            Activity.FOCUSING,
                            Activity.URGENT_INTERRUPTIONS_ONLY),
                    activity(LightCommand.solid(Colour.RED), Activity.IN_A_MEETING),
                    outOfOffice(
                            LightCommand.solid(Colour.VIOLET),
                            Availability.AWAY,
                            Availability.OFFLINE,
                            Availability.PRESENCE_UNKNOWN),
                    availability(LightCommand.solid(Colour.MAGENTA_RED), Availability.DO_NOT_DISTURB),
                    availability(LightCommand.solid(Colour.RED), Availability.BUSY, Availability.BUSY_IDLE),
                    availability(
                            LightCommand.solid(Colour.GREEN),
                            Availability.AVAILABLE,
                            Availability.AVAILABLE_IDLE,
                            new Availability("AvailableInactive")),
                    availability(LightCommand.solid(Colour.AMBER), Availability.AWAY, Availability.BE_RIGHT_BACK),
                    availability(LightCommand.OFF, Availability.OFFLINE)),
            DIM_WHITE);

    private static Rule activity(LightCommand show, Activity... activities) {
        return new Rule(Set.of(activities), Set.of(), Optional.empty(), show);
    }

    private static Rule availability(LightCommand show, Availability... availabilities) {
        return new Rule(Set.of(), Set.of(availabilities), Optional.empty(), show);
    }

    private static Rule outOfOffice(LightCommand show, Availability... availabilities) {
        return new Rule(Set.of(), Set.of(availabilities), Optional.of(true), show);
    }
}
