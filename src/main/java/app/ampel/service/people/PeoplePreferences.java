package app.ampel.service.people;

import app.ampel.domain.status.WorkingDay;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the settings say about other people's presence.
 *
 * @param access of what is missing nothing is allowed
 * @param excludedGroup name or object id of the group whose members never appear on a wall, are never found and never waited
 *     for
 * @param shortest the administrator's shortest interval between two polls; zero where none is set
 * @param day after which a wait ends by itself
 */
public record PeoplePreferences(
        Map<PeopleFeature, PeopleFeature.Access> access,
        Optional<String> excludedGroup,
        Duration shortest,
        WorkingDay day,
        Supplier<ZoneId> zone) {

    public PeoplePreferences {
        access = Map.copyOf(access);
        excludedGroup = excludedGroup.filter(it -> !it.isBlank());
        Objects.requireNonNull(shortest);
        Objects.requireNonNull(day);
        Objects.requireNonNull(zone);
    }

    public PeopleFeature.Access access(PeopleFeature feature) {
        return access.getOrDefault(feature, PeopleFeature.Access.OFF);
    }

    public boolean isOn(PeopleFeature feature) {
        return access(feature) == PeopleFeature.Access.ON;
    }
}
