package app.ampel.service.engine;

import app.ampel.domain.account.Profile;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceTracker;
import app.ampel.domain.status.StatusDefaults;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From one situation, as after every event, to all that follows from it. */
@State(Scope.Benchmark)
public class DecisionBenchmark {

    private final Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final Situation situation = Situation.starting(
                    PresenceTracker.startingAt(now, Optional.empty(), PollingLimits.DEFAULT),
                    new Preferences(
                            PollingLimits.DEFAULT,
                            Rules.USUAL,
                            StatusDefaults.USUAL,
                            () -> ZoneOffset.UTC,
                            false,
                            Set.of()))
            .signedIn(profile(), now)
            .with(PresenceTracker.startingAt(now, Optional.empty(), PollingLimits.DEFAULT)
                    .answered(Presence.of(Availability.AVAILABLE, Activity.AVAILABLE), now, 0));

    private static Profile profile() {
        return new Profile(
                "Kim",
                "kim@example.org",
                "example.org",
                "tenant",
                "object",
                EnumSet.allOf(app.ampel.domain.account.Scope.class));
    }

    @Benchmark
    public Object decide() {
        return Decision.of(situation, now);
    }
}
