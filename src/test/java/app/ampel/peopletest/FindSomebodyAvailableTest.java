package app.ampel.peopletest;

import static app.ampel.domain.account.Scope.GROUP_MEMBER_READ_ALL;
import static app.ampel.domain.account.Scope.PEOPLE_READ;
import static app.ampel.domain.account.Scope.PRESENCE_READ_ALL;
import static app.ampel.domain.account.Scope.USER_READ_ALL;
import static app.ampel.domain.account.Scope.USER_READ_BASIC_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.people.Candidate.Origin;
import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.people.FindAnswer;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Question;
import app.ampel.domain.people.Reachability;
import app.ampel.domain.people.SavedSearch;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.AmbiguousPersonException;
import app.ampel.service.people.FindResult;
import app.ampel.service.people.FindWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redirection and routing, from what is typed to the link that opens Teams. */
class FindSomebodyAvailableTest extends PeopleScenario {

    private static final List<String> HR_OWNERS = List.of("Anna Becker", "Tobias Krüger");
    private static final List<String> DESK = List.of("Mehmet Yılmaz", "Sophie Turner", "Paul Schröder");
    private static final String LENA = "lena.vogt@muster.example";

    @BeforeEach
    void signIn() throws Exception {
        signedIn(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, PEOPLE_READ, GROUP_MEMBER_READ_ALL, USER_READ_ALL);
    }

    private FindAnswer.Found found(FindWords words) {
        return find(words).answer().found().orElseThrow();
    }

    /** In so many draws, of which none takes a further request. */
    private Set<String> drawn(FindWords words) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            names.add(name(find(words)));
        }
        return names;
    }

    private List<String> namesIn(String group) {
        Set<String> ids = tenant.directory().transitiveMembers(group(group));
        return tenant.directory().people().stream()
                .filter(who -> ids.contains(who.id()))
                .map(Colleague::displayName)
                .toList();
    }

    @Test
    void asksThePrimaryContactFirst() {
        until(at -> isFree("Lena Vogt", at) && HR_OWNERS.stream().allMatch(owner -> isFree(owner, at)));
        assertThat(drawn(words(LENA, owners("HR questions")))).containsExactly("Lena Vogt");
        FindAnswer.Found found = found(words(LENA, owners("HR questions")));
        assertThat(found.candidate().origin()).isEqualTo(Origin.PRIMARY);
        assertThat(found.among()).isOne();
    }

    @Test
    void drawsOneOfTheOwnersAtRandomWhenThePrimaryContactIsBusy() {
        until(at -> isTaken("Lena Vogt", at) && HR_OWNERS.stream().allMatch(owner -> isFree(owner, at)));
        assertThat(drawn(words(LENA, owners("HR questions")))).containsExactlyInAnyOrderElementsOf(HR_OWNERS);
        FindAnswer.Found found = found(words(LENA, owners("HR questions")));
        assertThat(found.candidate().origin()).isEqualTo(Origin.OWNER);
        assertThat(found.among()).isEqualTo(2);
        assertThat(presences()).hasSize(1);
    }

    @Test
    void asksThoseWhoWereNamedBeforeTheGroup() {
        until(at -> isTaken("Lena Vogt", at)
                && isFree("George Whitfield", at)
                && HR_OWNERS.stream().anyMatch(owner -> isFree(owner, at)));
        FindWords words = new FindWords(
                Optional.of(LENA), List.of("George Whitfield"), Optional.of(owners("HR questions")), List.of(), MAY_I);
        FindAnswer.Found found = found(words);
        assertThat(found.person().name()).isEqualTo("George Whitfield");
        assertThat(found.candidate().origin()).isEqualTo(Origin.SECONDARY);
    }

    @Test
    void drawsAMemberWhereMembersAreAskedFor() {
        List<String> members = namesIn("HR questions");
        Instant at = until(
                minute -> members.stream().filter(name -> isFree(name, minute)).count() >= 3);
        assertThat(drawn(words(null, members("HR questions"))))
                .containsExactlyInAnyOrderElementsOf(
                        members.stream().filter(name -> isFree(name, at)).toList());
    }

    /** The people of the group within the group are members, too. */
    @Test
    void findsSomebodyInAGroupWithinTheGroup() {
        List<String> direct = List.of("Jonas Weber", "Oliver Grant", "Nadja Petrović");
        until(at -> direct.stream().allMatch(name -> isTaken(name, at))
                && DESK.stream().anyMatch(name -> isFree(name, at)));
        assertThat(DESK).contains(name(find(words(null, members("IT")))));
    }

    @Test
    void asksTheMembersOfAGroupThatHasNoOwnersAndSaysSo() {
        until(at -> DESK.stream().anyMatch(name -> isFree(name, at)));
        FindAnswer.Found found = found(words(null, owners("IT service desk")));
        assertThat(DESK).contains(found.person().name());
        assertThat(found.candidate().origin()).isEqualTo(Origin.MEMBER);
    }

    @Test
    void asksTheOwnersOfAGroupWhoseMembersAreHidden() {
        until(at -> isFree("Petra Winkler", at));
        assertThat(name(find(words(null, owners("Works council"))))).isEqualTo("Petra Winkler");
        FindAnswer hidden = find(words(null, members("Works council"))).answer();
        assertThat(hidden.found()).isEmpty();
        assertThat(hidden.looked()).isZero();
    }

    @Test
    void routesAQuestionToTheDepartment() {
        List<String> it = tenant.directory().people().stream()
                .filter(who -> who.department().equals(Optional.of("IT")))
                .map(Colleague::displayName)
                .toList();
        Instant at =
                until(minute -> it.stream().filter(name -> isFree(name, minute)).count() >= 2);
        FindWords words = words(null, new FindWords.Pool.Known(new ContactPool.OfDepartment("IT")));
        assertThat(drawn(words))
                .containsExactlyInAnyOrderElementsOf(
                        it.stream().filter(name -> isFree(name, at)).toList());
        assertThat(found(words).candidate().origin()).isEqualTo(Origin.DEPARTMENT);
    }

    @Test
    void routesAQuestionToSomebodyOneWorksWithAndNeverToARoomOrAGuest() {
        until(at ->
                namesIn("Design team").stream().filter(name -> isFree(name, at)).count() >= 2);
        FindWords words = words(null, new FindWords.Pool.Known(new ContactPool.Colleagues()));
        assertThat(drawn(words))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(colleague(name).role()).isEqualTo(Colleague.Role.EMPLOYEE))
                .doesNotContain("Kim Muster");
        assertThat(found(words).candidate().origin()).isEqualTo(Origin.COLLEAGUE);
    }

    @Test
    void routesAQuestionToAListOfOnesOwnBySkill() {
        List<Contact> sap = List.of(
                new Contact(colleague("Grace Holloway").id(), "Grace Holloway"),
                new Contact(colleague("Dieter Kaiser").id(), "Dieter Kaiser"));
        people.lists().save(new ContactList("SAP", sap));
        until(at -> isFree("Grace Holloway", at) && isTaken("Dieter Kaiser", at));
        FindResult result = find(words(null, new FindWords.Pool.Known(new ContactPool.OfList("sap"))));
        assertThat(name(result)).isEqualTo("Grace Holloway");
        assertThat(result.links()).isPresent();
    }

    @Test
    void saysWhoIsNearestWhenNobodyIsAvailable() {
        Instant at = until(minute -> DESK.stream().allMatch(name -> isTaken(name, minute))
                && DESK.stream().anyMatch(name -> isNear(name, minute)));
        FindAnswer answer = find(words(null, members("IT service desk"))).answer();
        assertThat(answer.found()).isEmpty();
        assertThat(answer.looked()).isEqualTo(3);
        assertThat(answer.nearest())
                .extracting(each -> each.person().name())
                .containsExactlyInAnyOrderElementsOf(
                        DESK.stream().filter(name -> isNear(name, at)).toList());
        assertThat(answer.nearest())
                .extracting(FindAnswer.Found::reachability)
                .isSorted()
                .allSatisfy(each -> assertThat(each).isIn(Reachability.AWAY, Reachability.IN_A_MEETING));
    }

    private boolean isNear(String name, Instant at) {
        return Set.of("Away", "BeRightBack")
                        .contains(moment(name, at).availability().word())
                || moment(name, at).activity().word().equals("InAMeeting");
    }

    /** And offers to tell, which then happens. */
    @Test
    void tellsWhenOneOfThoseWhoWereNotAvailableIs() {
        until(at -> DESK.stream().allMatch(name -> isTaken(name, at)));
        find(words(null, members("IT service desk")));
        var told = people.wait(DESK, Optional.empty());
        time.settle();
        assertThat(told.answer()).isNotDone();
        Instant free = until(at -> DESK.stream().anyMatch(name -> isFree(name, at)));
        time.pass(Duration.ofSeconds(61));
        assertThat(told.answer()).isDone();
        String name = told.answer().join().orElseThrow().contact().name();
        assertThat(DESK).contains(name);
        assertThat(isTaken(name, free)).isFalse();
        assertThat(notices).hasSize(1);
    }

    @Test
    void somebodyElseIsDrawnAgainWithoutThoseAlreadySeenUntilThereIsNobodyElse() {
        List<String> members = namesIn("HR questions");
        Instant at = until(
                minute -> members.stream().filter(name -> isFree(name, minute)).count() >= 2);
        List<String> seen = new ArrayList<>();
        FindResult result = find(words(null, members("HR questions")));
        while (result.answer().found().isPresent()) {
            seen.add(name(result));
            result = answer(people.somebodyElse(result, progress::add));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(members.stream().filter(name -> isFree(name, at)).toList());
        assertThat(result.answer().isNobodyElse()).isTrue();
        assertThat(presences()).hasSize(1);
    }

    @Test
    void whoIsOutOfOfficeComesLastThePrimaryContactToo() {
        Colleague priya = colleague("Priya Sharma");
        until(at -> moment("Priya Sharma", at).availability().equals(Availability.AVAILABLE)
                && isFree("Tobias Krüger", at)
                && isTaken("Anna Becker", at));
        assertThat(name(find(words(priya.username(), owners("HR questions"))))).isEqualTo("Tobias Krüger");
        FindAnswer.Found alone = found(words(priya.username(), null));
        assertThat(alone.person().name()).isEqualTo("Priya Sharma");
        assertThat(alone.reachability()).isEqualTo(Reachability.AVAILABLE_OUT_OF_OFFICE);
        assertThat(alone.presence().automaticReply()).contains("Back on Monday. Urgent? Please ask Tobias Krüger.");
    }

    @Test
    void theAnswerIsACardWithTheQuestionInItsLinksAndSaysHowFreshItIs() {
        Instant at = until(minute -> isFree("Lena Vogt", minute));
        Question question = new Question(Optional.of("Holidays"), Optional.of("May I carry over ten days & more?"));
        FindResult result =
                find(new FindWords(Optional.of("Lena Vogt"), List.of(), Optional.empty(), List.of(), question));
        FindResult.Links links = result.links().orElseThrow();
        assertThat(links.chat().address())
                .hasToString("https://teams.microsoft.com/l/chat/0/0?tenantId=0e6f3a52-97b4-4c8d-8a1f-2d3b4c5d6e7f"
                        + "&users=lena.vogt@muster.example&message=Holidays%3A%20May%20I%20carry%20over%20ten%20days"
                        + "%20%26%20more%3F");
        assertThat(links.call().address())
                .hasToString("https://teams.microsoft.com/l/call/0/0?users=lena.vogt@muster.example");
        assertThat(links.meeting().address())
                .hasToString("https://teams.microsoft.com/l/meeting/new?attendees=lena.vogt@muster.example"
                        + "&subject=Holidays&content=May%20I%20carry%20over%20ten%20days%20%26%20more%3F");
        assertThat(links.chat().cutOff()).isEmpty();
        assertThat(result.answer().found().orElseThrow().asOf()).isEqualTo(at);
    }

    @Test
    void aSavedSearchIsStartedWithOneClickAlsoAfterARestart() throws Exception {
        ColleagueGroup hr = group("HR questions");
        people.lists()
                .save(new SavedSearch(
                        "HR question", FindRequest.in(new ContactPool.OfGroup(hr.id(), hr.name(), Part.OWNERS))));
        time.settle();
        people.close();
        time.settle();
        start();
        until(at -> HR_OWNERS.stream().anyMatch(owner -> isFree(owner, at)));
        SavedSearch saved = snapshot().searches().get(0).search();
        FindResult result = answer(people.find(saved.request(), MAY_I, progress::add));
        assertThat(saved.name()).isEqualTo("HR question");
        assertThat(HR_OWNERS).contains(name(result));
        assertThat(result.links().orElseThrow().chat().address().toString()).contains("&message=May%20I");
    }

    @Test
    void nobodyOfTheExcludedGroupIsFoundNotEvenAsPrimaryContact() throws Exception {
        excludedGroup = Optional.of("IT service desk");
        start();
        until(at -> DESK.stream().allMatch(name -> isFree(name, at))
                || DESK.stream().filter(name -> isFree(name, at)).count() >= 2);
        assertThat(find(words("sophie.turner@muster.example", members("IT service desk")))
                        .answer()
                        .found())
                .isEmpty();
        assertThat(problem(people.wait(List.of("sophie.turner@muster.example"), Optional.empty()))
                        .kind())
                .isEqualTo(Problem.Kind.LOCKED);
    }

    @Test
    void aNameOfTwoPeopleIsNobodyYetAndTheMatchesAreListed() {
        var pending = people.find(words("Thomas Müller", null), progress::add);
        time.settle();
        assertThat(pending.answer()).isCompletedExceptionally();
        assertThat(pending.answer().handle((value, thrown) -> thrown).join())
                .isInstanceOfSatisfying(
                        AmbiguousPersonException.class,
                        several -> assertThat(several.matches())
                                .extracting(person -> person.department().orElseThrow())
                                .containsExactlyInAnyOrder("Engineering", "Finance"));
    }
}
