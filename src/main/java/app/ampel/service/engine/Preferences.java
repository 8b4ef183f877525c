package app.ampel.service.engine;

import app.ampel.domain.policy.IdleRule;
import app.ampel.domain.policy.Rules;
import app.ampel.domain.presence.PollingLimits;
import app.ampel.domain.status.StatusDefaults;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the user wants of the core: the settings, as far as they concern it.
 *
 * @param zone in which working hours are meant, wherever the computer is by now
 * @param calm whether lights play no effects
 * @param followed the names of the schemes that single lights follow in place of the one in force
 */
public record Preferences(
        PollingLimits limits,
        Rules rules,
        StatusDefaults habits,
        Supplier<ZoneId> zone,
        boolean calm,
        Set<String> followed) {

    public Preferences {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(rules);
        Objects.requireNonNull(habits);
        Objects.requireNonNull(zone);
        followed = Set.copyOf(followed);
    }

    IdleRule rest(Instant now, boolean locked) {
        return IdleRule.at(now, rules, locked, habits.workingDay(), zone.get());
    }
}
