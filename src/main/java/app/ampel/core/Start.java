package app.ampel.core;

import app.ampel.manual.Habits;
import app.ampel.manual.Kept;
import app.ampel.policy.Scheme;
import app.ampel.presence.PollingLimits;
import app.ampel.presence.Watch;
import java.time.Instant;
import java.util.Optional;

/**
 * What the core starts from.
 *
 * @param lastSeen the last good answer of an earlier run
 * @param kept what an earlier run had set by hand
 */
public record Start(
        Optional<Watch.Seen> lastSeen, Optional<Kept> kept, PollingLimits limits, Scheme scheme, Habits habits) {

    Situation situation(Instant now) {
        Situation fresh = Situation.starting(Watch.startingAt(now, lastSeen, limits), scheme, habits);
        return kept.map(k -> fresh.resuming(k, now)).orElse(fresh);
    }
}
