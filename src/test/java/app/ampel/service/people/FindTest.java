package app.ampel.service.people;

import static app.ampel.service.people.Colleagues.ALL;
import static app.ampel.service.people.Colleagues.NOON;
import static app.ampel.service.people.FakeTenant.AVAILABLE;
import static app.ampel.service.people.FakeTenant.AWAY;
import static app.ampel.service.people.FakeTenant.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Candidate.Origin;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Person;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Finding somebody, from what was typed to the link. */
class FindTest {

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;
    private final List<Integer> progress = new ArrayList<>();

    FindTest() {
        for (String id : List.of("anna", "ben", "cleo", "dora", "kim")) {
            tenant.add(id, "Name of " + id);
            tenant.is(id, AVAILABLE);
        }
        tenant.owners.put("HR", List.of("ben", "cleo"));
        tenant.members.put("HR", List.of("ben", "cleo", "dora", "kim"));
        tenant.members.put("Ownerless", List.of("dora"));
        it.started(ALL);
    }

    private static FindWords words(String primary, String group, Part part, String... excluded) {
        return new FindWords(
                Optional.ofNullable(primary).map(id -> id + "@example.org"),
                List.of(),
                Optional.ofNullable(group).map(name -> new FindWords.Pool.Group(name, part)),
                List.of(excluded),
                Question.of("May I?"));
    }

    private FindResult find(FindWords words) {
        return it.answer(it.service.find(words, progress::add));
    }

    private static String id(FindResult result) {
        return result.answer().found().orElseThrow().person().id();
    }

    private static Problem.Kind kind(Throwable thrown) {
        return ((ProblemException) thrown).problem().kind();
    }

    private Set<String> drawn(FindWords words) {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            drawn.add(id(find(words)));
        }
        return drawn;
    }

    @Test
    void aRedirectionIsThePrimaryContactElseAnOwnerOfTheGroup() {
        assertThat(drawn(words("anna", "HR", Part.OWNERS))).containsExactly("anna");
        tenant.is("anna", CALL);
        it.time.pass(Duration.ofSeconds(11));
        assertThat(drawn(words("anna", "HR", Part.OWNERS))).containsExactlyInAnyOrder("ben", "cleo");
    }

    @Test
    void membersAreFoundWhereTheyAreAskedForAndNeverOneself() {
        assertThat(drawn(words(null, "HR", Part.MEMBERS))).containsExactlyInAnyOrder("ben", "cleo", "dora");
    }

    @Test
    void aGroupWithoutOwnersIsAskedForItsMembersAndTheAnswerSaysSo() {
        FindAnswer.Found found =
                find(words(null, "Ownerless", Part.OWNERS)).answer().found().orElseThrow();
        assertThat(found.person().id()).isEqualTo("dora");
        assertThat(found.candidate().origin()).isEqualTo(Origin.MEMBER);
    }

    @Test
    void whoIsExcludedIsNotFound() {
        assertThat(drawn(words(null, "HR", Part.MEMBERS, "ben@example.org", "Name of cleo")))
                .containsExactly("dora");
    }

    @Test
    void nobodyOfTheExcludedGroupIsFoundNotEvenAsPrimaryContact() {
        it.excludedGroup = Optional.of("Works council");
        tenant.members.put("Works council", List.of("anna", "ben"));
        it.service.use(it.preferences());
        assertThat(drawn(words("anna", "HR", Part.OWNERS))).containsExactly("cleo");
    }

    @Test
    void theAnswerHasTheQuestionInItsLinksAndSaysHowFreshItIs() {
        FindResult result = find(words("anna", null, null));
        assertThat(result.links().orElseThrow().chat().address())
                .hasToString("https://teams.microsoft.com/l/chat/0/0?tenantId=tenant-1&users=anna@example.org"
                        + "&message=May%20I%3F");
        assertThat(result.links().orElseThrow().meeting().address().toString()).contains("content=May%20I%3F");
        assertThat(result.answer().found().orElseThrow().asOf()).isEqualTo(NOON);
    }

    @Test
    void somebodyElseIsNobodyWhoWasShownAndTakesNoFurtherRequest() {
        FindResult first = find(words(null, "HR", Part.MEMBERS));
        Set<String> shown = new HashSet<>(Set.of(id(first)));
        int asked = tenant.requests.size();
        FindResult result = first;
        for (int i = 0; i < 2; i++) {
            result = it.answer(it.service.somebodyElse(result, progress::add));
            assertThat(shown.add(id(result))).isTrue();
        }
        assertThat(tenant.requests).hasSize(asked);
        assertThat(it.answer(it.service.somebodyElse(result, progress::add))
                        .answer()
                        .isNobodyElse())
                .isTrue();
    }

    @Test
    void whereNobodyIsFreeTheNearestAreNamed() {
        for (String id : List.of("ben", "cleo", "dora")) {
            tenant.is(id, id.equals("dora") ? AWAY : CALL);
        }
        FindAnswer answer = find(words(null, "HR", Part.MEMBERS)).answer();
        assertThat(answer.found()).isEmpty();
        assertThat(answer.nearest()).extracting(near -> near.person().id()).containsExactly("dora");
    }

    @Test
    void aSavedSearchAsksForTheSignInNameOfWhomItFindsAndNeedsNoDirectoryElse() {
        SavedSearch search = new SavedSearch(
                "HR question",
                new FindRequest(Optional.of(new Contact("anna", "Anna")), List.of(), Optional.empty(), Set.of()));
        it.service.lists().save(search);
        it.time.settle();
        assertThat(it.service.snapshot().searches()).containsExactly(new PeopleSnapshot.Search(search, false));
        FindResult result = it.answer(it.service.find(search.request(), Question.NONE, progress::add));
        assertThat(result.links()).isPresent();
        assertThat(tenant.requests).containsExactly("presences 1", "person anna");
    }

    @Test
    void aListOfOnesOwnIsFoundByItsName() {
        it.service.lists().save(new ContactList("SAP", List.of(new Contact("dora", "Dora"))));
        it.time.settle();
        FindResult result =
                it.answer(it.service.find(FindRequest.in(new ContactPool.OfList("sap")), Question.NONE, progress::add));
        assertThat(result.answer().found().orElseThrow().candidate().origin()).isEqualTo(Origin.LIST);
        assertThat(kind(it.failure(it.service.find(
                        FindRequest.in(new ContactPool.OfList("unknown")), Question.NONE, progress::add))))
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void technicalAccountsOfADepartmentAreLeftOut() {
        tenant.people.keySet().removeIf(id -> !id.equals("anna"));
        tenant.people.put(
                "room",
                new Person(
                        "room",
                        "Room",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty()));
        tenant.is("room", AVAILABLE);
        for (int i = 0; i < 20; i++) {
            FindResult result = it.answer(
                    it.service.find(FindRequest.in(new ContactPool.OfDepartment("HR")), Question.NONE, progress::add));
            assertThat(id(result)).isEqualTo("anna");
        }
    }

    @Test
    void aGroupThatNobodyKnowsAndANameOfTwoGroupsSaySo() {
        tenant.members.put("HR 2", List.of());
        assertThat(kind(it.failure(it.service.find(words(null, "Sales", Part.OWNERS), progress::add))))
                .isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(kind(it.failure(it.service.find(words(null, "H", Part.OWNERS), progress::add))))
                .isEqualTo(Problem.Kind.AMBIGUOUS);
        assertThat(kind(it.failure(it.service.find(words(null, null, null), progress::add))))
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Nested
    class InALargeGroup {

        private void members(int number) {
            List<String> ids = IntStream.range(0, number).mapToObj(i -> "m" + i).toList();
            ids.forEach(id -> {
                tenant.add(id, id);
                tenant.is(id, CALL);
            });
            tenant.is("m" + (number - 1), AVAILABLE);
            tenant.members.put("Large", ids);
        }

        private FindRequest request() {
            return FindRequest.in(new ContactPool.OfGroup("Large", "Large", Part.MEMBERS));
        }

        @Test
        void ofSixHundredOnePresenceRequestIsEnough() {
            members(600);
            assertThat(id(it.answer(it.service.find(request(), Question.NONE, progress::add))))
                    .isEqualTo("m599");
            assertThat(tenant.requests).containsExactly("members Large", "presences 600");
        }

        @Test
        void ofTwentyThousandAllAreLookedAtWithinTheBudgetAndWithProgress() {
            members(20_000);
            Pending<FindResult> pending = it.service.find(request(), Question.NONE, progress::add);
            it.time.pass(Duration.ofSeconds(29));
            assertThat(pending.answer()).isNotDone();
            it.time.pass(Duration.ofSeconds(10));
            assertThat(id(it.answer(pending))).isEqualTo("m19999");
            assertThat(tenant.presenceCount()).isEqualTo(31);
            assertThat(Colleagues.mostInAWindow(tenant.presenceRequests)).isLessThanOrEqualTo(20);
            assertThat(progress).containsExactly(20_000);
        }

        @Test
        void a429InTheMiddleEndsItWithASentence() {
            members(20_000);
            Pending<FindResult> pending = it.service.find(request(), Question.NONE, progress::add);
            it.time.settle();
            tenant.presenceFails =
                    Optional.of(new Problem(Problem.Kind.THROTTLED, "", Optional.of(NOON.plusSeconds(120))));
            it.time.pass(Duration.ofMinutes(1));
            assertThat(kind(it.failure(pending))).isEqualTo(Problem.Kind.THROTTLED);
            int asked = tenant.presenceCount();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(asked);
        }

        @Test
        void cancellingItEndsTheAsking() {
            members(20_000);
            Pending<FindResult> pending = it.service.find(request(), Question.NONE, progress::add);
            it.time.settle();
            int asked = tenant.presenceCount();
            pending.cancel();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(asked);
            assertThat(kind(it.failure(pending))).isEqualTo(Problem.Kind.CANCELLED);
        }
    }
}
