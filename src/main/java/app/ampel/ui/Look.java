package app.ampel.ui;

import app.ampel.core.Snapshot;
import app.ampel.manual.ManualStatus;
import app.ampel.policy.Reason;
import app.ampel.policy.Schemes;
import app.ampel.presence.Activity;
import app.ampel.presence.Availability;
import app.ampel.presence.Presence;
import app.ampel.presence.PresenceReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the ring looks.
 *
 * @param sure false: what it shows is old, and the ring is dotted and pale
 */
public record Look(Hue hue, Sign sign, boolean sure) {

    private static final Look NOTHING_KNOWN = new Look(Hue.NONE, Sign.QUESTION, false);

    private static final Set<Activity> CALLS = Set.of(Activity.IN_A_CALL, Activity.IN_A_CONFERENCE_CALL);
    private static final Set<Activity> QUIET =
            Set.of(Activity.PRESENTING, Activity.DO_NOT_DISTURB, Activity.FOCUSING, Activity.URGENT_INTERRUPTIONS_ONLY);

    private record Rule(Predicate<Presence> when, Look look) {}

    /** The first that holds; an activity says more than an availability. */
    private static final List<Rule> RULES = List.of(
            activity(CALLS, Hue.BUSY, Sign.HANDSET),
            activity(QUIET, Hue.BUSY, Sign.BAR),
            activity(Set.of(Activity.IN_A_MEETING), Hue.BUSY, Sign.DISC),
            new Rule(Look::outOfOfficeShows, sure(Hue.OUT_OF_OFFICE, Sign.ARROW)),
            availability(Set.of(Availability.DO_NOT_DISTURB), Hue.BUSY, Sign.BAR),
            availability(Set.of(Availability.BUSY, Availability.BUSY_IDLE), Hue.BUSY, Sign.DISC),
            availability(
                    Set.of(Availability.AVAILABLE, Availability.AVAILABLE_IDLE, new Availability("AvailableInactive")),
                    Hue.AVAILABLE,
                    Sign.TICK),
            availability(Set.of(Availability.AWAY, Availability.BE_RIGHT_BACK), Hue.AWAY, Sign.CLOCK),
            availability(Set.of(Availability.OFFLINE), Hue.OFFLINE, Sign.CROSS));

    private static Rule activity(Set<Activity> any, Hue hue, Sign sign) {
        return new Rule(presence -> any.contains(presence.activity()), sure(hue, sign));
    }

    private static Rule availability(Set<Availability> any, Hue hue, Sign sign) {
        return new Rule(presence -> any.contains(presence.availability()), sure(hue, sign));
    }

    private static Look sure(Hue hue, Sign sign) {
        return new Look(hue, sign, true);
    }

    private static boolean outOfOfficeShows(Presence presence) {
        boolean out = presence.outOfOffice() || presence.activity().equals(Activity.OUT_OF_OFFICE);
        return out
                && Set.of(Availability.AWAY, Availability.OFFLINE, Availability.PRESENCE_UNKNOWN)
                        .contains(presence.availability());
    }

    /** What is known at that moment, as a ring. */
    public static Look of(Snapshot now) {
        Look look = manual(now).map(Look::of).orElseGet(() -> reading(now));
        if (now.why() == Reason.LOCKED && look.hue() == Hue.AVAILABLE) {
            look = sure(Hue.AWAY, Sign.CLOCK);
        }
        return now.override().paused() ? new Look(look.hue(), Sign.PAUSE, look.sure()) : look;
    }

    private static Optional<Presence> manual(Snapshot now) {
        return now.manual()
                .filter(manual -> manual.state() != ManualStatus.State.OVERRIDDEN)
                .map(manual -> Presence.of(
                        manual.choice().availability(), manual.choice().activity()));
    }

    static Look of(Presence presence) {
        return RULES.stream()
                .filter(rule -> rule.when().test(presence))
                .findFirst()
                .map(Rule::look)
                .orElse(sure(Hue.NONE, Sign.QUESTION));
    }

    private static Look reading(Snapshot now) {
        Look last = now.reading().last().map(it -> last(it, now)).orElse(NOTHING_KNOWN);
        return switch (now.reading().kind()) {
            case KNOWN, STALE -> last;
            case SIGNED_OUT -> sure(Hue.NONE, Sign.EXCLAMATION);
            case CONSENT_MISSING -> sure(Hue.NONE, Sign.PADLOCK);
            case THROTTLED -> new Look(last.hue(), Sign.HOURGLASS, last.sure());
            case UNREACHABLE -> new Look(last.hue(), Sign.NO_NETWORK, last.sure());
        };
    }

    /** Nothing old shows Available; another colour stays, pale, for as long as the lights keep it. */
    private static Look last(PresenceReading.Last last, Snapshot now) {
        Look look = of(last.presence());
        if (last.fresh()) {
            return look;
        }
        boolean gone = look.hue() == Hue.AVAILABLE || now.shown().equals(Schemes.DIM_WHITE);
        return gone ? NOTHING_KNOWN : new Look(look.hue(), look.sign(), false);
    }
}
