package app.ampel.core;

import app.ampel.policy.Scheme;
import app.ampel.presence.PollingLimits;
import app.ampel.presence.Watch;
import java.time.Instant;
import java.util.Optional;

/**
 * What the core starts from.
 *
 * @param lastSeen the last good answer of an earlier run
 */
public record Start(Optional<Watch.Seen> lastSeen, PollingLimits limits, Scheme scheme) {

    Situation situation(Instant now) {
        return Situation.starting(Watch.startingAt(now, lastSeen, limits), scheme);
    }
}
