package app.ampel.face.tray;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import java.util.Optional;

/** What the icon says. Each state has a shape of its own, for those who cannot tell the colours. */
public enum IconState implements WireName {
    AVAILABLE,
    BUSY,
    IN_A_CALL,
    DO_NOT_DISTURB,
    AWAY,
    OFFLINE,
    OUT_OF_OFFICE,
    /** Microsoft does not say, or what it said is too old. */
    UNKNOWN,
    NO_NETWORK,
    THROTTLED,
    CONSENT_MISSING,
    SIGNED_OUT,
    PAUSED;

    /** Follows why the lights show what they show, so that icon and lights tell the same story. */
    public static IconState of(Snapshot now) {
        if (now.override().paused()) {
            return PAUSED;
        }
        return switch (now.why()) {
            case MANUAL -> now.manual().map(IconState::chosen).orElse(UNKNOWN);
            case PRESENCE -> last(now).map(IconState::of).orElse(UNKNOWN);
            case LOCKED -> AWAY;
            case SIGNED_OUT -> SIGNED_OUT;
            case CONSENT_MISSING -> CONSENT_MISSING;
            case STALE, UNKNOWN -> notKnown(now.reading().kind());
            case OVERRIDE, LOCKED_REST, OUT_OF_HOURS -> behindTheOverride(now);
        };
    }

    /** What the lights show says nothing about the presence: the user told them, or they rest. */
    private static IconState behindTheOverride(Snapshot now) {
        Optional<ManualStatus> manual = now.manual().filter(status -> status.state() != ManualStatus.State.OVERRIDDEN);
        if (manual.isPresent()) {
            return chosen(manual.get());
        }
        boolean fresh = now.reading().last().map(PresenceReading.Last::fresh).orElse(false);
        PresenceReading.Kind kind = now.reading().kind();
        boolean outside = kind == PresenceReading.Kind.SIGNED_OUT || kind == PresenceReading.Kind.CONSENT_MISSING;
        return fresh && !outside ? last(now).map(IconState::of).orElse(UNKNOWN) : notKnown(kind);
    }

    private static IconState notKnown(PresenceReading.Kind kind) {
        return switch (kind) {
            case KNOWN, STALE -> UNKNOWN;
            case UNREACHABLE -> NO_NETWORK;
            case THROTTLED -> THROTTLED;
            case SIGNED_OUT -> SIGNED_OUT;
            case CONSENT_MISSING -> CONSENT_MISSING;
        };
    }

    private static Optional<Presence> last(Snapshot now) {
        return now.reading().last().map(PresenceReading.Last::presence);
    }

    static IconState chosen(ManualStatus manual) {
        return of(Presence.of(manual.choice().availability(), manual.choice().activity()));
    }

    static IconState of(Presence presence) {
        return switch (PresenceKind.of(presence)) {
            case IN_A_CALL -> IN_A_CALL;
            case FOCUSING, DO_NOT_DISTURB -> DO_NOT_DISTURB;
            case IN_A_MEETING, BUSY -> BUSY;
            case OUT_OF_OFFICE -> OUT_OF_OFFICE;
            case AVAILABLE -> AVAILABLE;
            case AWAY -> AWAY;
            case OFFLINE -> OFFLINE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
