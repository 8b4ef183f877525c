package app.ampel.peopletest;

import static app.ampel.domain.account.Scope.GROUP_MEMBER_READ_ALL;
import static app.ampel.domain.account.Scope.PEOPLE_READ;
import static app.ampel.domain.account.Scope.PRESENCE_READ;
import static app.ampel.domain.account.Scope.PRESENCE_READ_ALL;
import static app.ampel.domain.account.Scope.USER_READ;
import static app.ampel.domain.account.Scope.USER_READ_ALL;
import static app.ampel.domain.account.Scope.USER_READ_BASIC_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.PeopleUse;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.PeopleSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three steps of consent, each when it is first needed, through MSAL4J and Entra's answers. */
class ConsentThatGrowsTest extends PeopleScenario {

    private static final Set<Scope> FIRST = Set.of(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, PEOPLE_READ);
    private static final String EMILY = "emily.carter@muster.example";

    private Problem.Kind kind(FindWords words) {
        return problem(people.find(words, progress::add)).kind();
    }

    @Test
    void nothingIsAskedForBeforeTheFirstUse() throws Exception {
        signedIn();
        time.pass(Duration.ofHours(2));
        assertThat(consents).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(engine.snapshot().account().profile().orElseThrow().scopes())
                .containsExactlyInAnyOrder(USER_READ, PRESENCE_READ);
    }

    @Test
    void eachStepIsAskedForWhenItIsFirstUsedWithItsOwnScopesAndOnlyOnce() throws Exception {
        signedIn();
        until(at -> isFree("Emily Carter", at));
        answer(people.lists().add(EMILY));
        assertThat(consents).containsExactly(FIRST);
        find(words(null, owners("HR questions")));
        assertThat(consents).containsExactly(FIRST, Set.of(GROUP_MEMBER_READ_ALL));
        find(words(null, new FindWords.Pool.Known(new ContactPool.OfDepartment("IT"))));
        answer(people.lookAtWall(new ContactPool.Everybody(), read -> {}));
        answer(people.show(EMILY));
        find(words(null, members("IT")));
        assertThat(consents).containsExactly(FIRST, Set.of(GROUP_MEMBER_READ_ALL), Set.of(USER_READ_ALL));
    }

    /** An administrator has agreed for everybody: nobody is asked. */
    @Test
    void whatIsGrantedForEverybodyIsNotAskedFor() throws Exception {
        signedIn(Scope.values());
        answer(people.lists().add(EMILY));
        find(words(null, owners("HR questions")));
        answer(people.lookAtWall(new ContactPool.Everybody(), read -> {}));
        assertThat(consents).isEmpty();
    }

    @Test
    void stepTwoIsRefusedAndTheWatchListStillWorks() throws Exception {
        signedIn();
        signIn.withoutAdministrator();
        until(at -> isFree("Emily Carter", at));
        answer(people.lists().add(EMILY));
        Problem refused = problem(people.find(words(null, owners("HR questions")), progress::add));
        assertThat(refused.kind()).isEqualTo(Problem.Kind.CONSENT_NEEDED);
        PeopleSnapshot.Refusal refusal = snapshot().refusal().orElseThrow();
        assertThat(refusal.step()).isEqualTo(ConsentStep.GROUPS);
        assertThat(refusal.working())
                .contains(PeopleUse.WATCH_LIST, PeopleUse.SEARCH, PeopleUse.LISTS, PeopleUse.TELL_ME_WHEN)
                .doesNotContain(PeopleUse.GROUPS, PeopleUse.DEPARTMENTS);
        people.lookAtWatchList();
        time.pass(Duration.ofSeconds(1));
        assertThat(row("Emily Carter").presence()).isPresent();
        assertThat(name(find(words(EMILY, null)))).isEqualTo("Emily Carter");
    }

    /** The administrator, who has had the letter, agrees: from then on it works, and nobody is asked. */
    @Test
    void aStepThatWasRefusedIsAskedForAgainWhenItIsNextUsed() throws Exception {
        signedIn();
        signIn.withoutAdministrator();
        assertThat(kind(words(null, owners("HR questions")))).isEqualTo(Problem.Kind.CONSENT_NEEDED);
        signIn.grantForEverybody(GROUP_MEMBER_READ_ALL);
        consents.clear();
        until(at -> isFree("Anna Becker", at));
        find(words(null, owners("HR questions")));
        assertThat(consents).isEmpty();
        assertThat(snapshot().refusal()).isEmpty();
    }

    @Test
    void whoDeclinesIsNotAskedAgainByItself() throws Exception {
        signedIn();
        declines = Optional.of(prompt -> true);
        Runnable away = people.lookAtWatchList();
        time.settle();
        assertThat(snapshot().refusal().map(PeopleSnapshot.Refusal::step)).contains(ConsentStep.PRESENCE);
        time.pass(Duration.ofHours(1));
        away.run();
        assertThat(consents).hasSize(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void aScopeWithdrawnAfterItWasGrantedEndsTheAskingAndIsSaid() throws Exception {
        signedIn(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, PEOPLE_READ);
        until(at -> isFree("Emily Carter", at));
        answer(people.lists().add(EMILY));
        people.lookAtWatchList();
        time.pass(Duration.ofSeconds(1));
        assertThat(row("Emily Carter").presence()).isPresent();
        signIn.withdraw(PRESENCE_READ_ALL);
        time.pass(Duration.ofMinutes(2));
        assertThat(row("Emily Carter").presence()).isEmpty();
        assertThat(snapshot().refusal().map(PeopleSnapshot.Refusal::step)).contains(ConsentStep.PRESENCE);
        assertThat(snapshot().problem().map(Problem::kind)).contains(Problem.Kind.CONSENT_NEEDED);
        asked.clear();
        time.pass(Duration.ofHours(1));
        assertThat(presences()).isEmpty();
        // Used again, it is asked for again.
        answer(people.show(EMILY));
        assertThat(consents).hasSize(1);
    }

    @Test
    void groupsWithdrawnAfterTheyWereGrantedAreSaidAndPeopleGoOn() throws Exception {
        signedIn(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, PEOPLE_READ, GROUP_MEMBER_READ_ALL);
        signIn.withoutAdministrator();
        until(at -> isFree("Anna Becker", at) && isFree("Emily Carter", at));
        find(words(null, owners("HR questions")));
        signIn.withdraw(GROUP_MEMBER_READ_ALL);
        assertThat(kind(words(null, members("Design team")))).isEqualTo(Problem.Kind.CONSENT_NEEDED);
        assertThat(name(find(words(EMILY, null)))).isEqualTo("Emily Carter");
        assertThat(answer(people.search("Emily"))).hasSize(1);
        assertThat(List.copyOf(snapshot().refusal().orElseThrow().working())).doesNotContain(PeopleUse.GROUPS);
    }
}
