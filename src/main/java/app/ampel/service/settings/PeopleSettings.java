package app.ampel.service.settings;

import app.ampel.domain.people.SavedSearch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wanted of other people's presence. Whether it may be used is another matter: see {@link Key#closed}.
 *
 * @param colleagues whether the user wants to see it; empty: yes, unless the computer has an administrator's file
 * @param wall the same for walls
 * @param tellMeWhen the same for being told when somebody is available
 * @param excludedGroup name or object id of the group whose members never appear
 * @param searches ready for everybody, beside the user's own
 */
public record PeopleSettings(
        Optional<Boolean> colleagues,
        Optional<Boolean> wall,
        Optional<Boolean> tellMeWhen,
        Optional<String> excludedGroup,
        List<SavedSearch> searches) {

    public static final PeopleSettings USUAL =
            new PeopleSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public PeopleSettings {
        Objects.requireNonNull(colleagues);
        Objects.requireNonNull(wall);
        Objects.requireNonNull(tellMeWhen);
        Objects.requireNonNull(excludedGroup);
        searches = List.copyOf(searches);
    }

    public PeopleSettings withColleagues(Optional<Boolean> other) {
        return new PeopleSettings(other, wall, tellMeWhen, excludedGroup, searches);
    }

    public PeopleSettings withWall(Optional<Boolean> other) {
        return new PeopleSettings(colleagues, other, tellMeWhen, excludedGroup, searches);
    }

    public PeopleSettings withTellMeWhen(Optional<Boolean> other) {
        return new PeopleSettings(colleagues, wall, other, excludedGroup, searches);
    }

    public PeopleSettings withExcludedGroup(Optional<String> other) {
        return new PeopleSettings(colleagues, wall, tellMeWhen, other, searches);
    }

    public PeopleSettings withSearches(List<SavedSearch> other) {
        return new PeopleSettings(colleagues, wall, tellMeWhen, excludedGroup, other);
    }
}
