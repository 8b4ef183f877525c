package app.ampel.peopletest;

import static app.ampel.domain.account.Scope.GROUP_MEMBER_READ_ALL;
import static app.ampel.domain.account.Scope.PRESENCE_READ_ALL;
import static app.ampel.domain.account.Scope.USER_READ_BASIC_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.people.Colleague;
import app.ampel.demo.people.ColleagueGroup;
import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.TechnicalAccount;
import app.ampel.domain.people.Wall;
import app.ampel.service.people.PeopleSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The wall, from the directory's pages to the names on it. */
class WallOfPeopleTest extends PeopleScenario {

    private static final Scope[] ALL = EnumSet.allOf(Scope.class).toArray(new Scope[0]);
    private static final ContactPool EVERYBODY = new ContactPool.Everybody();

    private PeopleSnapshot.WallView view() {
        return snapshot().wall().orElseThrow();
    }

    private List<String> names() {
        return view().wall().rows().stream().map(row -> row.person().name()).toList();
    }

    private Runnable look(ContactPool pool) {
        Runnable away = answer(people.lookAtWall(pool, progress::add));
        time.pass(Duration.ofSeconds(1));
        return away;
    }

    private boolean isThere(Colleague who, Instant at) {
        return !who.displayName().equals("Kim Muster")
                && !Set.of("Offline", "PresenceUnknown")
                        .contains(moment(who, at).availability().word());
    }

    private app.ampel.demo.people.ColleagueDay.Moment moment(Colleague who, Instant at) {
        return app.ampel.demo.people.ColleagueDay.at(who, at.atZone(BERLIN));
    }

    @Test
    void showsNobodyOfflineUnknownDisabledARoomOrAGuest() throws Exception {
        signedIn(ALL);
        Instant at = until(minute -> tenant.directory().people().stream()
                        .filter(who -> who.role() == Colleague.Role.EMPLOYEE)
                        .filter(who -> isThere(who, minute))
                        .count()
                > 25);
        look(EVERYBODY);
        List<String> expected = tenant.directory().people().stream()
                .filter(who -> who.role() == Colleague.Role.EMPLOYEE && who.enabled() && who.teams())
                .filter(who -> isThere(who, at))
                .map(Colleague::displayName)
                .toList();
        assertThat(names())
                .containsAll(expected)
                .doesNotContain(
                        "Room 4, by the window", "Raum Zugspitze", "Info", "Maja Novak", "Richard Doe", "Ralf Ehemals");
        assertThat(names()).hasSizeBetween(expected.size(), expected.size() + 1);
        assertThat(names()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(view().complete()).isTrue();
        assertThat(view().wall().asOf()).contains(at);
        assertThat(view().wall().lookedFor()).containsExactly(TechnicalAccount.values());
    }

    /** With the scopes that a group needs, accounts are told apart by their names only; the page can say so. */
    @Test
    void ofAGroupSaysHowWellTechnicalAccountsCouldBeLeftOut() throws Exception {
        signedIn(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, GROUP_MEMBER_READ_ALL);
        List<String> ids = List.of("Emily Carter", "Room 4, by the window", "Info", "Petra Winkler").stream()
                .map(name -> colleague(name).id())
                .toList();
        ColleagueGroup floor = ColleagueGroup.of("Fourth floor", ids, List.of());
        tenant.changeDirectory(before -> before.with(floor));
        until(at -> isFree("Emily Carter", at) && isFree("Petra Winkler", at));
        look(membersOf(floor));
        assertThat(names()).containsExactly("Emily Carter", "Petra Winkler");
        assertThat(view().wall().lookedFor()).containsExactly(TechnicalAccount.NAMELESS);
        assertThat(consents).isEmpty();
    }

    @Test
    void isAskedForEveryThirtySecondsWhileItIsLookedAtAndNotAfterwards() throws Exception {
        signedIn(ALL);
        until(at -> isFree("Emily Carter", at));
        Runnable away = look(EVERYBODY);
        asked.clear();
        time.pass(Duration.ofMinutes(50));
        assertThat(presences()).hasSize(100);
        assertThat(asked).hasSize(100);
        away.run();
        time.settle();
        assertThat(snapshot().wall()).isEmpty();
        asked.clear();
        time.pass(Duration.ofHours(3));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsOlderThanThreeOfItsIntervalsIsUnknownAndNotShown() throws Exception {
        signedIn(ALL);
        until(at -> isFree("Emily Carter", at));
        look(EVERYBODY);
        assertThat(names()).contains("Emily Carter");
        tenant.throttle(Integer.MAX_VALUE, Optional.of(Duration.ofSeconds(5)));
        time.pass(Duration.ofSeconds(88));
        assertThat(names()).contains("Emily Carter");
        time.pass(Duration.ofSeconds(3));
        assertThat(names()).isEmpty();
        assertThat(view().wall().asOf()).isEmpty();
        tenant.throttle(0, Optional.empty());
        time.pass(Duration.ofMinutes(5));
        assertThat(names()).isNotEmpty();
    }

    @Test
    void showsNobodyOfTheExcludedGroupAndNobodyWhoWasHidden() throws Exception {
        excludedGroup = Optional.of("IT service desk");
        signedIn(ALL);
        until(at -> isFree("Sophie Turner", at) && isFree("Emily Carter", at));
        look(EVERYBODY);
        assertThat(names()).contains("Emily Carter").doesNotContain("Sophie Turner", "Mehmet Yılmaz", "Paul Schröder");
        people.lists().hide(Set.of(colleague("Emily Carter").id()));
        time.settle();
        assertThat(names()).doesNotContain("Emily Carter");
    }

    @Test
    void ofFiveThousandIsReadInPagesAndGoesRoundWithinTheBudget() throws Exception {
        tenant.changeDirectory(before -> before.larger(5000));
        signedIn(ALL);
        until(at -> isFree("Emily Carter", at));
        asked.clear();
        look(EVERYBODY);
        assertThat(progress)
                .hasSize(6)
                .isSorted()
                .last()
                .satisfies(all -> assertThat(all).isGreaterThan(5000));
        time.pass(Duration.ofSeconds(28));
        assertThat(presences())
                .hasSize(8)
                .allSatisfy(each -> assertThat(each.ids()).isLessThanOrEqualTo(650));
        assertThat(view().complete()).isTrue();
        assertThat(view().people()).isGreaterThan(5000);
        Wall wall = view().wall();
        assertThat(wall.rows()).hasSizeGreaterThan(2000);
        asked.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(asked).hasSize(160);
    }

    /** Rounds of a very large organisation take as long as the budget wants. */
    @Test
    void ofThirteenThousandAsksNoMoreThanTwentyTimesInThirtySeconds() throws Exception {
        tenant.changeDirectory(before -> before.larger(13_000));
        signedIn(ALL);
        until(at -> isFree("Emily Carter", at));
        look(EVERYBODY);
        asked.clear();
        time.pass(Duration.ofMinutes(2));
        List<Instant> moments =
                new ArrayList<>(presences().stream().map(Asked::at).toList());
        assertThat(moments).hasSizeBetween(60, 80);
        for (int i = 20; i < moments.size(); i++) {
            assertThat(Duration.between(moments.get(i - 20), moments.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        }
        assertThat(view().complete()).isTrue();
    }
}
