package app.ampel.service.history;

import app.ampel.domain.account.Profile;
import app.ampel.domain.history.Span;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.Snapshot;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the user's own presence at a moment. A status set by hand of which Teams knows nothing, because it may
 * not or could not be told, counts as the user set it: it is the user's own word. In all other cases Teams' word counts,
 * while it is fresh.
 *
 * @param account the object id of whoever is signed in
 */
record Observed(String account, Presence presence, boolean lightOnly) {

    Observed {
        Objects.requireNonNull(account);
        presence = Span.plain(presence);
    }

    /** Empty while it is not known. */
    static Optional<Observed> of(Snapshot now) {
        return now.account()
                .profile()
                .map(Profile::objectId)
                .flatMap(account -> untold(now)
                        .map(presence -> new Observed(account, presence, true))
                        .or(() -> fresh(now).map(presence -> new Observed(account, presence, false))));
    }

    private static Optional<Presence> untold(Snapshot now) {
        return now.manual()
                .filter(manual -> switch (manual.state()) {
                    case LIGHT_ONLY, FAILED -> true;
                    case REQUESTED, IN_EFFECT, OVERRIDDEN -> false;
                })
                .map(ManualStatus::choice)
                .map(choice -> Presence.of(choice.availability(), choice.activity()));
    }

    private static Optional<Presence> fresh(Snapshot now) {
        return switch (now.reading().kind()) {
            case SIGNED_OUT, CONSENT_MISSING, STALE -> Optional.empty();
            case KNOWN, THROTTLED, UNREACHABLE ->
                now.reading()
                        .last()
                        .filter(PresenceReading.Last::fresh)
                        .map(PresenceReading.Last::presence)
                        .filter(presence -> !presence.availability().equals(Availability.PRESENCE_UNKNOWN));
        };
    }
}
