package app.ampel.service.people;

import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.settings.Key;
import app.ampel.service.settings.Keys;
import app.ampel.service.settings.PeopleSettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
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
 * @param searches ready for everybody, beside the user's own
 * @param shortest the administrator's shortest interval between two polls; zero where none is set
 * @param day after which a wait ends by itself
 */
public record PeoplePreferences(
        Map<PeopleFeature, PeopleFeature.Access> access,
        Optional<String> excludedGroup,
        List<SavedSearch> searches,
        Duration shortest,
        WorkingDay day,
        Supplier<ZoneId> zone) {

    public PeoplePreferences {
        access = Map.copyOf(access);
        excludedGroup = excludedGroup.filter(it -> !it.isBlank());
        searches = List.copyOf(searches);
        Objects.requireNonNull(shortest);
        Objects.requireNonNull(day);
        Objects.requireNonNull(zone);
    }

    /** As the settings have it, which the administrator may have closed. */
    public static PeoplePreferences of(SettingsStore store, Supplier<ZoneId> zone) {
        Settings settings = store.settings();
        PeopleSettings people = settings.people();
        return new PeoplePreferences(
                Map.of(
                        PeopleFeature.PEOPLE, access(store, Keys.COLLEAGUES),
                        PeopleFeature.WALL, access(store, Keys.WALL),
                        PeopleFeature.TELL_ME_WHEN, access(store, Keys.TELL_ME_WHEN)),
                people.excludedGroup(),
                people.searches(),
                store.shortestPoll().orElse(Duration.ZERO),
                settings.habits().workingDay(),
                zone);
    }

    private static PeopleFeature.Access access(SettingsStore store, Key<Settings, Optional<Boolean>> key) {
        boolean managed = store.isManaged();
        return PeopleFeature.Access.of(
                managed, !store.isLocked(key), key.of(store.settings()).orElse(!managed));
    }

    public PeopleFeature.Access access(PeopleFeature feature) {
        return access.getOrDefault(feature, PeopleFeature.Access.OFF);
    }

    public boolean isOn(PeopleFeature feature) {
        return access(feature) == PeopleFeature.Access.ON;
    }
}
