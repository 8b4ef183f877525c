package app.ampel.service.people;

import static app.ampel.service.people.Colleagues.ALL;
import static app.ampel.service.people.Colleagues.AT_FIRST;
import static app.ampel.service.people.Colleagues.NOON;
import static app.ampel.service.people.FakeTenant.AVAILABLE;
import static app.ampel.service.people.FakeTenant.AWAY;
import static app.ampel.service.people.FakeTenant.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.SavedPeople;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.people.WatchList;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleServiceTest {

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;

    PeopleServiceTest() {
        tenant.add("anna", "Anna Schmidt");
        tenant.add("ben", "Ben Okafor");
        tenant.add("cleo", "Cleo Laurent");
        tenant.add("dora", "Dora Weiss");
        tenant.is("anna", CALL);
        tenant.is("ben", AVAILABLE);
        tenant.is("cleo", AVAILABLE);
    }

    private static Problem.Kind kind(Throwable thrown) {
        return ((ProblemException) thrown).problem().kind();
    }

    @Nested
    class ForgettingEverything {

        @Test
        void leavesNothingHereNorOnTheDisk() {
            it.started(ALL);
            it.watches("anna", "ben");
            it.service.lists().remove("ben");
            it.service.lists().save(new SavedSearch("HR", FindRequest.in(new ContactPool.Colleagues())));
            it.service.lists().save(new ContactList("SAP", List.of(new Contact("cleo", "Cleo"))));
            Pending<Optional<PeopleNotice>> waiting = it.service.wait(List.of("anna"), Optional.empty());
            it.time.settle();
            assertThat(it.service.snapshot().waits()).hasSize(1);

            it.service.lists().forgetEverything();
            it.time.settle();

            PeopleSnapshot left = it.service.snapshot();
            assertThat(left.watchList()).isEmpty();
            assertThat(left.searches()).isEmpty();
            assertThat(left.lists()).isEmpty();
            assertThat(left.waits()).isEmpty();
            assertThat(left.canUndo()).isFalse();
            assertThat(waiting.answer()).isCompletedWithValue(Optional.empty());
            assertThat(tenant.disk).isEmpty();
        }

        @Test
        void worksWhereNothingOfItMayBeUsedAndWhereNobodyIsSignedIn() {
            it.started(ALL);
            it.watches("anna");
            it.access = PeopleFeature.Access.LOCKED;
            it.service.use(it.preferences());
            it.service.lists().forgetEverything();
            it.time.settle();
            assertThat(tenant.disk).isEmpty();

            tenant.disk.put("lou", SavedPeople.none("lou"));
            it.follow(AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.SIGN_IN_EXPIRED))), Optional.empty());
            it.service.lists().forgetEverything();
            it.time.settle();
            assertThat(tenant.disk).isEmpty();
        }
    }

    @Nested
    class TheWatchList {

        @Test
        void isNotAskedForWhileNobodyLooks() {
            PeopleService service = it.started(ALL);
            it.watches("anna", "ben");
            it.time.pass(Duration.ofHours(8));
            Runnable away = service.lookAtWatchList();
            it.time.pass(Duration.ofMinutes(1));
            away.run();
            it.time.settle();
            int asked = tenant.requests.size();
            it.time.pass(Duration.ofHours(8));
            assertThat(tenant.requests).hasSize(asked);
            // Names are forgotten after a day; then nothing is left to be done.
            it.time.pass(Duration.ofDays(1));
            assertThat(tenant.requests).hasSize(asked);
            assertThat(it.time.plans()).isZero();
        }

        @Test
        void isAskedForAtOnceAndEveryFifteenSecondsInOneRequest() {
            it.started(ALL);
            it.watches("anna", "ben", "cleo");
            it.service.lookAtWatchList();
            it.time.pass(Duration.ofSeconds(61));
            assertThat(tenant.presenceRequests)
                    .containsExactly(
                            NOON,
                            NOON.plusSeconds(15),
                            NOON.plusSeconds(30),
                            NOON.plusSeconds(45),
                            NOON.plusSeconds(60));
            assertThat(tenant.requests).contains("presences 3");
        }

        @Test
        void isAskedForAsLongAsOneOfTwoStillLooks() {
            it.started(ALL);
            it.watches("anna");
            Runnable first = it.service.lookAtWatchList();
            it.service.lookAtWatchList();
            first.run();
            first.run();
            it.time.pass(Duration.ofSeconds(31));
            assertThat(tenant.presenceCount()).isEqualTo(3);
        }

        @Test
        void showsWhoIsFreeFirstAndHowMany() {
            it.started(ALL);
            it.watches("anna", "ben", "cleo");
            it.service.lookAtWatchList();
            it.time.settle();
            PeopleSnapshot snapshot = it.service.snapshot();
            assertThat(snapshot.watchList().stream().map(row -> row.contact().id()))
                    .containsExactly("ben", "cleo", "anna");
            assertThat(snapshot.free()).isEqualTo(2);
            it.service.lists().order(WatchList.Order.OWN);
            it.time.settle();
            assertThat(it.service.snapshot().watchList().get(0).contact().id()).isEqualTo("anna");
        }

        @Test
        void forgetsWhatIsOlderThanThreeIntervals() {
            it.started(ALL);
            it.watches("ben");
            it.service.lookAtWatchList();
            it.time.settle();
            List<Reachability> seen = new ArrayList<>();
            it.service.watch(snapshot -> seen.add(snapshot.watchList().get(0).reachability()), it.time);
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            it.time.pass(Duration.ofSeconds(45));
            assertThat(it.row("ben").reachability()).isEqualTo(Reachability.AVAILABLE);
            it.time.pass(Duration.ofSeconds(1));
            assertThat(it.row("ben").reachability()).isEqualTo(Reachability.UNKNOWN);
            assertThat(it.row("ben").presence()).isEmpty();
            assertThat(seen).endsWith(Reachability.UNKNOWN);
            assertThat(it.service.snapshot().problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NO_NETWORK);
        }

        @Test
        void keepsIdsAndNamesAndNothingElse() {
            it.started(ALL);
            it.watches("anna", "ben");
            assertThat(tenant.disk.get("kim").watchList().contacts())
                    .containsExactly(new Contact("anna", "Anna Schmidt"), new Contact("ben", "Ben Okafor"));
        }

        @Test
        void putsBackWhoWasTakenOff() {
            it.started(ALL);
            it.watches("anna", "ben", "cleo");
            it.service.lists().order(WatchList.Order.OWN);
            it.service.lists().remove("ben");
            it.time.settle();
            assertThat(it.service.snapshot().canUndo()).isTrue();
            it.service.lists().undo();
            it.time.settle();
            assertThat(it.service.snapshot().watchList().stream()
                            .map(row -> row.contact().id()))
                    .containsExactly("anna", "ben", "cleo");
            assertThat(it.service.snapshot().canUndo()).isFalse();
        }

        @Test
        void saysOfWhoHasLeftThatNobodyIsThereAndKeepsThemUntilRemoved() {
            it.started(ALL);
            it.watches("anna", "ben");
            tenant.people.remove("anna");
            it.time.pass(Duration.ofDays(2));
            it.service.lookAtWatchList();
            it.time.pass(Duration.ofSeconds(5));
            assertThat(it.row("anna")).satisfies(row -> {
                assertThat(row.gone()).isTrue();
                assertThat(row.contact().name()).isEqualTo("Anna Schmidt");
            });
            assertThat(it.row("ben").gone()).isFalse();
        }

        @Test
        void asksForNamesOnceADay() {
            it.started(ALL);
            it.watches("anna");
            it.service.lookAtWatchList();
            it.time.pass(Duration.ofHours(23));
            assertThat(tenant.requests).doesNotContain("person anna");
            it.time.pass(Duration.ofHours(2));
            assertThat(tenant.requests).containsOnlyOnce("person anna");
        }

        @Test
        void isTheSameAfterARestartAndAnothersForAnotherAccount() {
            it.started(ALL);
            it.watches("anna", "ben");
            it.started(ALL);
            assertThat(it.service.snapshot().watchList()).hasSize(2);
            it.signedIn(new Profile("Lee", "lee@example.org", "example.org", "tenant-1", "lee", ALL));
            assertThat(it.service.snapshot().watchList()).isEmpty();
            it.signedIn(Colleagues.kim(ALL));
            assertThat(it.service.snapshot().watchList()).hasSize(2);
        }

        @Test
        void isFull() {
            it.started(ALL);
            for (int i = 0; i < WatchList.MOST; i++) {
                it.service.lists().add(Person.of("p" + i, "P", "p@example.org"));
            }
            assertThat(kind(it.failure(it.service.lists().add("anna@example.org"))))
                    .isEqualTo(Problem.Kind.TOO_MANY);
        }
    }

    @Nested
    class Who {

        @Test
        void isAMailAnIdOrANameThatMatchesOnePerson() {
            it.started(ALL);
            assertThat(it.answer(it.service.show("anna@example.org")).person().id())
                    .isEqualTo("anna");
            assertThat(it.answer(it.service.show("Anna Schm")).person().id()).isEqualTo("anna");
            tenant.people.put("x", Person.of("0e6f3a52-0000-4000-8000-000000000001", "Xaver", "x@example.org"));
            assertThat(it.answer(it.service.show("0e6f3a52-0000-4000-8000-000000000001"))
                            .person()
                            .name())
                    .isEqualTo("Xaver");
        }

        @Test
        void isNobodyOrOneOfSeveral() {
            it.started(ALL);
            assertThat(kind(it.failure(it.service.show("Nobody")))).isEqualTo(Problem.Kind.NOT_FOUND);
            tenant.add("anna2", "Anna Schmidt");
            assertThat(it.failure(it.service.show("Anna Schmidt")))
                    .isInstanceOfSatisfying(
                            AmbiguousPersonException.class,
                            several -> assertThat(several.matches()).hasSize(2));
        }

        @Test
        void isTheOneWithExactlyThatName() {
            it.started(ALL);
            tenant.add("anna2", "Anna Schmidt-Meier");
            assertThat(it.answer(it.service.show("anna schmidt")).person().id()).isEqualTo("anna");
        }

        @Test
        void isShownWithThePresenceWithoutAnyList() {
            it.started(ALL);
            PersonAnswer answer = it.answer(it.service.show("ben@example.org"));
            assertThat(answer.reachability()).isEqualTo(Reachability.AVAILABLE);
            assertThat(answer.asOf()).isEqualTo(NOON);
            assertThat(answer.links().orElseThrow().call().address().toString()).contains("ben@example.org");
            assertThat(it.answer(it.service.show("dora@example.org")).presence())
                    .isEmpty();
            assertThat(it.service.snapshot().watchList()).isEmpty();
        }
    }

    @Nested
    class ATypedSearch {

        private final List<TypeAhead.Found> found = new ArrayList<>();

        @Test
        void isAskedForWhenNothingWasTypedForAWhile() {
            it.started(ALL);
            TypeAhead typing = it.service.typeAhead(found::add);
            for (String text : List.of("a", "an", "ann", "anna")) {
                typing.type(text);
                it.time.pass(Duration.ofMillis(200));
            }
            assertThat(tenant.requests).isEmpty();
            it.time.pass(Duration.ofMillis(50));
            assertThat(tenant.requests).containsExactly("search anna");
            assertThat(found)
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.people()).extracting(Person::id).containsExactly("anna"));
        }

        @Test
        void tellsNothingMoreWhenNobodyLooks() {
            it.started(ALL);
            TypeAhead typing = it.service.typeAhead(found::add);
            typing.type("ben");
            it.time.pass(Duration.ofMillis(100));
            typing.close();
            it.time.pass(Duration.ofSeconds(5));
            assertThat(tenant.requests).isEmpty();
            assertThat(found).isEmpty();
        }
    }

    @Nested
    class Consent {

        @Test
        void isAskedForWhenSomethingIsFirstUsedAndNoMoreThanItNeeds() {
            it.started(AT_FIRST);
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.asked).isEmpty();
            it.answer(it.service.lists().add("anna@example.org"));
            assertThat(tenant.asked).containsExactly(ConsentStep.PRESENCE.scopes());
            it.service.lookAtWatchList();
            it.time.pass(Duration.ofMinutes(1));
            assertThat(tenant.asked).hasSize(1);
            tenant.members.put("HR", List.of("ben"));
            it.answer(it.service.find(
                    FindRequest.in(new ContactPool.OfGroup("HR", "HR", ContactPool.Part.MEMBERS)),
                    Question.NONE,
                    read -> {}));
            assertThat(tenant.asked).containsExactly(ConsentStep.PRESENCE.scopes(), ConsentStep.GROUPS.scopes());
        }

        @Test
        void thatIsRefusedSaysWhatStillWorks() {
            it.started(AT_FIRST);
            tenant.refuses.add(Scope.GROUP_MEMBER_READ_ALL);
            tenant.members.put("HR", List.of("ben"));
            Throwable thrown = it.failure(it.service.find(
                    FindRequest.in(new ContactPool.OfGroup("HR", "HR", ContactPool.Part.OWNERS)),
                    Question.NONE,
                    read -> {}));
            assertThat(kind(thrown)).isEqualTo(Problem.Kind.CONSENT_NEEDED);
            PeopleSnapshot.Refusal refusal = it.service.snapshot().refusal().orElseThrow();
            assertThat(refusal.step()).isEqualTo(ConsentStep.GROUPS);
            assertThat(refusal.working())
                    .contains(PeopleUse.WATCH_LIST, PeopleUse.SEARCH, PeopleUse.COLLEAGUES)
                    .doesNotContain(PeopleUse.GROUPS, PeopleUse.EVERYBODY);
        }

        @Test
        void thatWasWithdrawnEndsTheAskingAndIsAskedForAnewWhenUsedAgain() {
            it.started(ALL);
            it.watches("anna");
            Runnable away = it.service.lookAtWatchList();
            it.time.settle();
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED, Scope.PRESENCE_READ_ALL.word()));
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(2);
            assertThat(it.service.snapshot().refusal().orElseThrow().step()).isEqualTo(ConsentStep.PRESENCE);
            away.run();
            tenant.presenceFails = Optional.empty();
            it.service.lookAtWatchList();
            it.time.settle();
            assertThat(tenant.asked).containsExactly(ConsentStep.PRESENCE.scopes());
            assertThat(it.row("anna").presence()).contains(CALL);
            assertThat(it.service.snapshot().refusal()).isEmpty();
        }
    }

    @Nested
    class ALock {

        @Test
        void holdsWhereAMachineWideFileDoesNotAllowItWhateverTheUserWants() {
            assertThat(PeopleFeature.Access.of(true, false, true)).isEqualTo(PeopleFeature.Access.LOCKED);
            assertThat(PeopleFeature.Access.of(true, true, false)).isEqualTo(PeopleFeature.Access.OFF);
            assertThat(PeopleFeature.Access.of(true, true, true)).isEqualTo(PeopleFeature.Access.ON);
            assertThat(PeopleFeature.Access.of(false, false, true)).isEqualTo(PeopleFeature.Access.ON);
        }

        @ParameterizedTest
        @EnumSource(value = PeopleFeature.Access.class, names = "ON", mode = EnumSource.Mode.EXCLUDE)
        void meansThatNothingIsAskedForAndNothingIsKept(PeopleFeature.Access access) {
            it.access = access;
            it.started(ALL);
            Problem.Kind expected =
                    access == PeopleFeature.Access.LOCKED ? Problem.Kind.LOCKED : Problem.Kind.SWITCHED_OFF;
            List<Pending<?>> all = List.of(
                    it.service.lists().add("anna@example.org"),
                    it.service.show("anna@example.org"),
                    it.service.search("anna"),
                    it.service.colleagues(3),
                    it.service.find(FindRequest.in(new ContactPool.Colleagues()), Question.NONE, read -> {}),
                    it.service.wait(List.of("anna@example.org"), Optional.empty()),
                    it.service.lookAtWall(new ContactPool.Colleagues(), read -> {}));
            assertThat(all)
                    .allSatisfy(pending -> assertThat(kind(it.failure(pending))).isEqualTo(expected));
            it.service.lookAtWatchList();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.requests).isEmpty();
            assertThat(tenant.asked).isEmpty();
            assertThat(tenant.disk).isEmpty();
        }

        @Test
        void thatComesLaterEndsTheAsking() {
            it.started(ALL);
            it.watches("anna");
            it.service.lookAtWatchList();
            it.time.settle();
            it.access = PeopleFeature.Access.LOCKED;
            it.service.use(it.preferences());
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(1);
        }
    }

    @Nested
    class SigningOut {

        @Test
        void erasesListsWaitsSearchesAndNamesHereAndOnDisk() {
            it.started(ALL);
            it.watches("anna");
            it.service.lists().save(new SavedSearch("HR", FindRequest.in(new ContactPool.Colleagues())));
            it.service.lists().save(new ContactList("SAP", List.of(new Contact("ben", "Ben"))));
            it.service.wait(List.of("anna@example.org"), Optional.empty());
            it.time.settle();
            assertThat(it.service.snapshot().waits()).hasSize(1);
            it.signedOut();
            PeopleSnapshot snapshot = it.service.snapshot();
            assertThat(snapshot.watchList()).isEmpty();
            assertThat(snapshot.searches()).isEmpty();
            assertThat(snapshot.lists()).isEmpty();
            assertThat(snapshot.waits()).isEmpty();
            assertThat(tenant.disk).isEmpty();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.disk).isEmpty();
            assertThat(kind(it.failure(it.service.show("anna")))).isEqualTo(Problem.Kind.NOT_SIGNED_IN);
        }

        @Test
        void thatNobodyWantedKeepsTheLists() {
            it.started(ALL);
            it.watches("anna");
            it.follow(AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.SIGN_IN_EXPIRED))), Optional.empty());
            assertThat(it.service.snapshot().watchList()).isEmpty();
            it.signedIn(Colleagues.kim(ALL));
            assertThat(it.service.snapshot().watchList()).hasSize(1);
        }
    }

    @Nested
    class TheBudget {

        @Test
        void keepsToRetryAfterForEverythingThatIsAskedFor() {
            it.started(ALL);
            it.watches("anna");
            it.service.lookAtWatchList();
            it.time.settle();
            tenant.presenceFails =
                    Optional.of(new Problem(Problem.Kind.THROTTLED, "", Optional.of(NOON.plusSeconds(300))));
            it.time.pass(Duration.ofSeconds(16));
            int refused = tenant.requests.size();
            assertThat(kind(it.failure(it.service.search("anna")))).isEqualTo(Problem.Kind.THROTTLED);
            assertThat(kind(it.failure(it.service.show("ben@example.org")))).isEqualTo(Problem.Kind.THROTTLED);
            it.time.pass(Duration.ofSeconds(280));
            assertThat(tenant.requests).hasSize(refused);
            tenant.presenceFails = Optional.empty();
            it.time.pass(Duration.ofSeconds(5));
            assertThat(tenant.requests.size()).isEqualTo(refused + 1);
        }

        @Test
        void bindsEverythingToTheAdministratorsShortestInterval() {
            it.shortest = Duration.ofMinutes(5);
            it.started(ALL);
            it.watches("anna");
            it.service.lookAtWatchList();
            it.time.pass(Duration.ofMinutes(11));
            assertThat(tenant.presenceCount()).isEqualTo(3);
        }
    }

    @Nested
    class TheWall {

        private void organisation(int people) {
            tenant.people.clear();
            IntStream.range(0, people).forEach(i -> {
                tenant.add("p" + i, "Person " + i);
                tenant.is("p" + i, AVAILABLE);
            });
        }

        @Test
        void showsWhoIsThereAndIsAskedForEveryThirtySecondsWhileItIsOnAScreen() {
            it.started(ALL);
            tenant.is("dora", AWAY);
            Runnable away = it.answer(it.service.lookAtWall(new ContactPool.Everybody(), read -> {}));
            it.time.pass(Duration.ofSeconds(61));
            assertThat(tenant.presenceRequests).containsExactly(NOON, NOON.plusSeconds(30), NOON.plusSeconds(60));
            PeopleSnapshot.WallView view = it.service.snapshot().wall().orElseThrow();
            assertThat(view.complete()).isTrue();
            assertThat(view.wall().rows()).hasSize(4);
            away.run();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(3);
            assertThat(it.service.snapshot().wall()).isEmpty();
        }

        @Test
        void ofAWholeOrganisationGoesRoundWithinTwentyRequestsInThirtySecondsAndShowsItsOldestAge() {
            organisation(30_000);
            it.started(ALL);
            it.answer(it.service.lookAtWall(new ContactPool.Everybody(), read -> {}));
            it.time.pass(Duration.ofMinutes(5));
            assertThat(Colleagues.mostInAWindow(tenant.presenceRequests)).isEqualTo(20);
            PeopleSnapshot.WallView view = it.service.snapshot().wall().orElseThrow();
            assertThat(view.complete()).isTrue();
            assertThat(view.wall().rows()).hasSize(30_000);
            assertThat(Duration.between(view.wall().asOf().orElseThrow(), it.time.now()))
                    .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(90));
        }

        @Test
        void leavesRoomForThoseWhoAreWaitedForAndNotOnIt() {
            organisation(30_000);
            tenant.members.put("Works", List.copyOf(tenant.people.keySet()));
            tenant.add("anna", "Anna Schmidt");
            tenant.is("anna", CALL);
            it.started(ALL);
            it.answer(it.service.lookAtWall(
                    new ContactPool.OfGroup("Works", "Works", ContactPool.Part.MEMBERS), read -> {}));
            it.service.wait(List.of("anna@example.org"), Optional.of(Duration.ofHours(2)));
            it.time.pass(Duration.ofMinutes(2));
            tenant.is("anna", AVAILABLE);
            it.time.pass(Duration.ofSeconds(62));
            assertThat(it.notices).hasSize(1);
            assertThat(Colleagues.mostInAWindow(tenant.presenceRequests)).isEqualTo(20);
        }

        @Test
        void leavesOutTheMembersOfTheExcludedGroupAndWhoWasHidden() {
            it.excludedGroup = Optional.of("Works council");
            tenant.members.put("Works council", List.of("ben"));
            it.started(ALL);
            it.answer(it.service.lookAtWall(new ContactPool.Everybody(), read -> {}));
            it.service.lists().hide(Set.of("cleo"));
            it.time.settle();
            assertThat(it.service.snapshot().wall().orElseThrow().wall().rows().stream()
                            .map(row -> row.person().id()))
                    .containsExactly("anna");
            tenant.members.put("Works council", List.of("ben", "anna"));
            it.time.pass(Duration.ofHours(2));
            assertThat(it.service.snapshot().wall().orElseThrow().wall().rows()).isEmpty();
        }

        @Test
        void learnsInTimeWhoIsExcludedHoweverMuchIsAskedForBesideIt() {
            it.excludedGroup = Optional.of("Works council");
            tenant.members.put("Works council", List.of("ben"));
            it.started(ALL);
            it.answer(it.service.lookAtWall(new ContactPool.Everybody(), read -> {}));
            it.time.pass(Duration.ofMinutes(59).plusSeconds(50));
            IntStream.range(0, 30).forEach(i -> it.budget.count());
            tenant.members.put("Works council", List.of("anna"));
            it.time.pass(Duration.ofSeconds(11));
            assertThat(tenant.requests.stream().filter("everybody"::equals)).hasSize(2);
            it.time.pass(Duration.ofSeconds(30));
            assertThat(it.service.snapshot().wall().orElseThrow().wall().rows().stream()
                            .map(row -> row.person().id()))
                    .containsExactlyInAnyOrder("ben", "cleo");
        }

        @Test
        void cannotBeShownWhereItCannotBeKnownWhoIsExcluded() {
            it.excludedGroup = Optional.of("Works council");
            it.started(ALL);
            assertThat(kind(it.failure(it.service.lookAtWall(new ContactPool.Everybody(), read -> {}))))
                    .isEqualTo(Problem.Kind.NOT_FOUND);
            it.started(EnumSet.of(Scope.USER_READ));
            tenant.refuses.add(Scope.GROUP_MEMBER_READ_ALL);
            assertThat(kind(it.failure(it.service.lookAtWall(new ContactPool.Colleagues(), read -> {}))))
                    .isEqualTo(Problem.Kind.CONSENT_NEEDED);
        }
    }
}
