package app.ampel.service.engine;

import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.status.SavedStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What the core starts from.
 *
 * @param lastSeen the last good answer of an earlier run
 * @param kept what an earlier run had set by hand
 */
public record Start(Optional<PresenceTracker.Seen> lastSeen, Optional<SavedStatus> kept, Preferences preferences) {

    Situation situation(Instant now) {
        Situation fresh =
                Situation.starting(PresenceTracker.startingAt(now, lastSeen, preferences.limits()), preferences);
        return kept.map(k -> fresh.resuming(k, now)).orElse(fresh);
    }
}
