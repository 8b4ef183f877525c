package app.ampel.bench;

import app.ampel.domain.policy.IdleRule;
import app.ampel.domain.policy.LightPolicy;
import app.ampel.domain.policy.Schemes;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import java.time.Instant;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a light shows; the presence is one that the classic scheme's last rules decide. */
@State(Scope.Benchmark)
public class PolicyBenchmark {

    private final Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final LightPolicy.Known known = new LightPolicy.Known(
            new PresenceReading(
                    PresenceReading.Kind.KNOWN,
                    Optional.of(new PresenceReading.Last(
                            Presence.of(Availability.OFFLINE, Activity.OFFLINE), now, Optional.empty())),
                    Optional.empty(),
                    Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Schemes.CLASSIC,
            IdleRule.NONE,
            false,
            now);

    @Benchmark
    public Object decide() {
        return LightPolicy.decide(known);
    }
}
