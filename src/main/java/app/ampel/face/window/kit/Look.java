package app.ampel.face.window.kit;

import app.ampel.domain.policy.Reason;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import java.util.Optional;

/**
 * How the ring looks.
 *
 * @param sure false: what it shows is old, and the ring is dashed
 */
public record Look(TeamsColour hue, Sign sign, boolean sure) {

    private static final Look NOTHING_KNOWN = new Look(TeamsColour.NONE, Sign.QUESTION, false);

    /** What is known at that moment, as a ring. */
    public static Look of(Snapshot now) {
        Look look = manual(now).map(Look::of).orElseGet(() -> reading(now));
        if (now.why() == Reason.LOCKED && look.hue() == TeamsColour.AVAILABLE) {
            look = sure(TeamsColour.AWAY, Sign.CLOCK);
        }
        return now.override().paused() ? new Look(look.hue(), Sign.PAUSE, look.sure()) : look;
    }

    private static Optional<Presence> manual(Snapshot now) {
        return now.manual()
                .filter(manual -> manual.state() != ManualStatus.State.OVERRIDDEN)
                .map(manual -> Presence.of(
                        manual.choice().availability(), manual.choice().activity()));
    }

    public static Look of(Presence presence) {
        return switch (PresenceKind.of(presence)) {
            case IN_A_CALL -> sure(TeamsColour.BUSY, Sign.HANDSET);
            case FOCUSING, DO_NOT_DISTURB -> sure(TeamsColour.BUSY, Sign.BAR);
            case IN_A_MEETING, BUSY -> sure(TeamsColour.BUSY, Sign.DISC);
            case OUT_OF_OFFICE -> sure(TeamsColour.OUT_OF_OFFICE, Sign.ARROW);
            case AVAILABLE -> sure(TeamsColour.AVAILABLE, Sign.TICK);
            case AWAY -> sure(TeamsColour.AWAY, Sign.CLOCK);
            case OFFLINE -> sure(TeamsColour.OFFLINE, Sign.HOLLOW);
            case UNKNOWN -> sure(TeamsColour.NONE, Sign.QUESTION);
        };
    }

    private static Look sure(TeamsColour hue, Sign sign) {
        return new Look(hue, sign, true);
    }

    private static Look reading(Snapshot now) {
        Look last = now.reading().last().map(it -> last(it, now)).orElse(NOTHING_KNOWN);
        return switch (now.reading().kind()) {
            case KNOWN, STALE -> last;
            case SIGNED_OUT -> sure(TeamsColour.NONE, Sign.EXCLAMATION);
            case CONSENT_MISSING -> sure(TeamsColour.NONE, Sign.PADLOCK);
            case THROTTLED -> new Look(last.hue(), Sign.HOURGLASS, last.sure());
            case UNREACHABLE -> new Look(last.hue(), Sign.CLOUD, last.sure());
        };
    }

    /** Nothing old shows Available; another colour stays, dashed, for as long as the lights keep it. */
    private static Look last(PresenceReading.Last last, Snapshot now) {
        Look look = of(last.presence());
        if (last.fresh()) {
            return look;
        }
        boolean gone = look.hue() == TeamsColour.AVAILABLE || now.shown().equals(Schemes.DIM_WHITE);
        return gone ? NOTHING_KNOWN : new Look(look.hue(), look.sign(), false);
    }
}
