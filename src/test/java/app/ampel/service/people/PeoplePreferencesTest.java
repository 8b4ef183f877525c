package app.ampel.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.people.SavedSearch;
import app.ampel.service.people.PeopleFeature.Access;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.PeopleSettings;
import app.ampel.service.settings.SettingsHome;
import app.ampel.service.settings.SettingsStore;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns others is the user's to switch on, and where a computer is managed, the administrator's to allow. */
class PeoplePreferencesTest {

    private final SettingsHome home = new SettingsHome();

    private PeoplePreferences preferences(SettingsStore store) {
        return PeoplePreferences.of(store, () -> ZoneOffset.UTC);
    }

    private static String key(PeopleFeature feature) {
        return switch (feature) {
            case PEOPLE -> "colleagues";
            case WALL -> "wall";
            case TELL_ME_WHEN -> "tellMeWhen";
        };
    }

    private static PeopleSettings on(PeopleFeature feature, PeopleSettings people) {
        return switch (feature) {
            case PEOPLE -> people.withColleagues(Optional.of(true));
            case WALL -> people.withWall(Optional.of(true));
            case TELL_ME_WHEN -> people.withTellMeWhen(Optional.of(true));
        };
    }

    @ParameterizedTest
    @EnumSource(PeopleFeature.class)
    void whereNobodyManagesTheComputerAllOfItIsThereUntilItIsSwitchedOff(PeopleFeature feature) {
        assertThat(preferences(home.open()).access(feature)).isEqualTo(Access.ON);
        home.typed("{\"people\":{\"" + key(feature) + "\":false}}");
        assertThat(preferences(home.open()).access(feature)).isEqualTo(Access.OFF);
    }

    @Nested
    class WhereThereIsAnAdministratorsFile {

        @ParameterizedTest
        @EnumSource(PeopleFeature.class)
        void nothingIsThereUntilItSaysSo(PeopleFeature feature) {
            home.decided("{\"history\":{\"on\":false}}");
            SettingsStore store = home.open();
            assertThat(preferences(store).access(feature)).isEqualTo(Access.LOCKED);
            assertThatThrownBy(() -> store.change(before -> before.withPeople(on(feature, PeopleSettings.USUAL))))
                    .isInstanceOf(LockedSettingException.class);
        }

        @ParameterizedTest
        @EnumSource(PeopleFeature.class)
        void whatItAllowsIsOffUntilTheUserSwitchesItOn(PeopleFeature feature) throws Exception {
            home.decided("{\"people\":{\"" + key(feature) + "\":true}}");
            SettingsStore store = home.open();
            assertThat(preferences(store).access(feature)).isEqualTo(Access.OFF);
            store.change(before -> before.withPeople(on(feature, before.people())));
            assertThat(preferences(store).access(feature)).isEqualTo(Access.ON);
        }

        @ParameterizedTest
        @EnumSource(PeopleFeature.class)
        void oneThingThatItAllowsOpensNoOther(PeopleFeature feature) {
            home.decided("{\"people\":{\"" + key(feature) + "\":true}}");
            PeoplePreferences preferences = preferences(home.open());
            for (PeopleFeature other : PeopleFeature.values()) {
                assertThat(preferences.access(other)).isEqualTo(other == feature ? Access.OFF : Access.LOCKED);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "{\"people\":true}",
                    "{\"people\":null}",
                    "{\"people\":{\"colleagues\":\"true\",\"wall\":1,\"tellMeWhen\":[true]}}",
                    "{\"people\":{\"colleagues\":false,\"wall\":false,\"tellMeWhen\":false}}",
                    "{\"people\":{\"colleague\":true,\"Wall\":true,\"tellmewhen\":true}}",
                    "{\"people\":{\"colleagues\":true,\"wall\":true,\"tellMeWhen\":true}"
                })
        void aMistakeInItOpensNothing(String text) {
            home.decided(text).typed("{\"people\":{\"colleagues\":true,\"wall\":true,\"tellMeWhen\":true}}");
            PeoplePreferences preferences = preferences(home.open());
            for (PeopleFeature feature : PeopleFeature.values()) {
                assertThat(preferences.access(feature)).isEqualTo(Access.LOCKED);
            }
        }

        @Test
        void itsGroupSearchesAndShortestIntervalCount() {
            home.decided("""
                    {"polling": {"shortest": "PT40S"},
                     "people": {"excludedGroup": "Works council", "searches": [
                       {"name": "HR question", "group": "11111111-2222-3333-4444-555555555555"},
                       {"name": "no pool"},
                       {"name": "two pools", "group": "11111111-2222-3333-4444-555555555555", "department": "Sales"},
                       {"group": "11111111-2222-3333-4444-555555555555"},
                       {"name": "HR question", "department": "Sales"}]}}
                    """).typed("{\"people\":{\"excludedGroup\":\"Mine\",\"searches\":[]}}");
            SettingsStore store = home.open();
            PeoplePreferences preferences = preferences(store);
            assertThat(preferences.excludedGroup()).contains("Works council");
            assertThat(preferences.shortest()).isEqualTo(Duration.ofSeconds(40));
            assertThat(preferences.searches()).extracting(SavedSearch::name).containsExactly("HR question");
            assertThat(store.notes()).hasSize(4);
        }
    }
}
