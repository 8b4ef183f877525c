package app.ampel.domain.people;

import static app.ampel.domain.people.People.AVAILABLE;
import static app.ampel.domain.people.People.CALL;
import static app.ampel.domain.people.People.IDLE;
import static app.ampel.domain.people.People.NOON;
import static app.ampel.domain.people.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.account.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SavedPeopleTest {

    private static WatchList list(String... ids) {
        WatchList list = WatchList.EMPTY;
        for (String id : ids) {
            list = list.with(new Contact(id, id));
        }
        return list;
    }

    private static List<String> ids(List<Contact> contacts) {
        return contacts.stream().map(Contact::id).toList();
    }

    @Nested
    class AWatchList {

        @Test
        void showsWhoIsFreeFirstOrTheUsersOwnOrder() {
            Map<String, Reachability> now = Map.of(
                    "a", Reachability.of(Optional.of(CALL)),
                    "b", Reachability.of(Optional.of(IDLE)),
                    "c", Reachability.of(Optional.of(AVAILABLE)),
                    "d", Reachability.UNKNOWN,
                    "e", Reachability.of(Optional.of(CALL)));
            WatchList list = list("d", "a", "b", "c", "e");
            assertThat(ids(list.ordered(now::get))).containsExactly("c", "b", "a", "e", "d");
            assertThat(ids(list.in(WatchList.Order.OWN).ordered(now::get))).containsExactly("d", "a", "b", "c", "e");
        }

        @Test
        void hasNobodyTwiceAndKnowsTheNewName() {
            WatchList list = list("a", "b").with(new Contact("a", "New name"));
            assertThat(ids(list.contacts())).containsExactly("a", "b");
            assertThat(list.find("a").orElseThrow().name()).isEqualTo("New name");
        }

        @Test
        void putsBackWhatWasTakenAwayWhereItWas() {
            WatchList list = list("a", "b", "c");
            WatchList.Removed removed = list.removal("b").orElseThrow();
            assertThat(list.without("b").restored(removed)).isEqualTo(list);
            assertThat(list.restored(removed)).isEqualTo(list);
            assertThat(list.removal("nobody")).isEmpty();
        }

        @Test
        void keepsTheOrderThatSomebodyMakes() {
            assertThat(ids(list("a", "b", "c").moved("c", 0).contacts())).containsExactly("c", "a", "b");
            assertThat(list("a", "b").moved("a", 99).order()).isEqualTo(WatchList.Order.OWN);
        }

        @Test
        void isFullSomeDay() {
            WatchList full = list(
                    IntStream.range(0, WatchList.MOST).mapToObj(i -> "p" + i).toArray(String[]::new));
            assertThat(full.isFull()).isTrue();
            assertThatThrownBy(() -> full.with(new Contact("one-more", "")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNameThatIsTooLongIsCutAndNoLetterIsTornApart() {
        Person long1 = Person.of("a", "😀".repeat(300), "a@example.org");
        assertThat(Contact.of(long1).name()).hasSize(256).endsWith("😀");
        assertThat(Contact.of(Person.of("a", "x" + "😀".repeat(300), "a@example.org"))
                        .name())
                .hasSize(255)
                .endsWith("😀");
    }

    @Test
    void theSameNameReplacesASearchAndAList() {
        SavedSearch search = new SavedSearch("HR", FindRequest.in(new ContactPool.Colleagues()));
        SavedSearch other = new SavedSearch("HR", FindRequest.in(new ContactPool.OfDepartment("HR")));
        SavedPeople saved = SavedPeople.none("me").with(search).with(other);
        assertThat(saved.searches()).containsExactly(other);
        assertThat(saved.withoutSearch("HR").isEmpty()).isTrue();
        ContactList list = new ContactList("SAP", List.of(Contact.of(person("a"))));
        assertThat(saved.with(list).with(list).lists()).containsExactly(list);
        assertThat(saved.with(list).list("SAP")).contains(list);
    }

    @Test
    void nothingThatIsPrintedNamesAnybody() {
        Person anna = Person.of("id-anna", "Anna Schmidt", "anna@example.org");
        SavedPeople saved = SavedPeople.none("me")
                .with(WatchList.EMPTY.with(Contact.of(anna)))
                .with(new ContactList("SAP", List.of(Contact.of(anna))));
        assertThat(saved.toString()
                        + new Candidate(anna, Candidate.Origin.PRIMARY)
                        + new Question(Optional.of("Anna"), Optional.of("Schmidt"))
                        + TeamsLinks.call(List.of("anna@example.org"))
                        + new PresenceAt(Optional.of(AVAILABLE), NOON, People.INTERVAL))
                .doesNotContainIgnoringCase("anna")
                .doesNotContain("Schmidt", "Available");
    }

    @Nested
    class Consent {

        private static final Set<Scope> AT_FIRST = EnumSet.of(Scope.USER_READ, Scope.PRESENCE_READ);

        @Test
        void isAskedForInStepsTheSmallestFirst() {
            assertThat(ConsentStep.before(PeopleUse.WATCH_LIST, AT_FIRST)).containsExactly(ConsentStep.PRESENCE);
            assertThat(ConsentStep.before(PeopleUse.GROUPS, AT_FIRST))
                    .containsExactly(ConsentStep.PRESENCE, ConsentStep.GROUPS);
            assertThat(ConsentStep.before(PeopleUse.EVERYBODY, ConsentStep.PRESENCE.scopes()))
                    .containsExactly(ConsentStep.DIRECTORY);
            assertThat(ConsentStep.before(PeopleUse.WATCH_LIST, EnumSet.allOf(Scope.class)))
                    .isEmpty();
        }

        @Test
        void thatWasRefusedLeavesWhatNeedsItNot() {
            assertThat(PeopleUse.working(AT_FIRST)).isEmpty();
            assertThat(PeopleUse.working(ConsentStep.PRESENCE.scopes()))
                    .containsExactly(
                            PeopleUse.SEARCH,
                            PeopleUse.WATCH_LIST,
                            PeopleUse.LISTS,
                            PeopleUse.TELL_ME_WHEN,
                            PeopleUse.COLLEAGUES);
            assertThat(PeopleUse.working(EnumSet.allOf(Scope.class))).containsExactly(PeopleUse.values());
        }

        @Test
        void everyUseNeedsScopesOfStepsOnly() {
            assertThat(PeopleUse.values())
                    .allSatisfy(use -> assertThat(use.needs())
                            .isNotEmpty()
                            .allSatisfy(scope ->
                                    assertThat(ConsentStep.of(scope).scopes()).contains(scope)));
        }
    }
}
