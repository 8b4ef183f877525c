package app.ampel.service.wall;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.ContactPool.Part;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.FakeTenant;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleFeature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** On the real people's service; time and threads are cranked by hand. */
class WallServiceTest {

    private static final FindWords.Pool DESK = new FindWords.Pool.Group("Desk", Part.MEMBERS);
    private static final FindWords.Pool COLLEAGUES = new FindWords.Pool.Known(new ContactPool.Colleagues());
    private static final ContactPool THE_DESK = new ContactPool.OfGroup("Desk", "Desk", Part.MEMBERS);

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;
    private final FakeWallWindow window = new FakeWallWindow();
    private WallService service;

    @BeforeEach
    void start() {
        List.of("anna", "ben", "cleo", "dora").forEach(id -> {
            tenant.add(id, id.substring(0, 1).toUpperCase() + id.substring(1));
            tenant.is(id, FakeTenant.AVAILABLE);
        });
        tenant.members.put("Desk", List.of("anna", "ben"));
        tenant.owners.put("Desk", List.of("cleo"));
        started(Colleagues.ALL);
    }

    private void started(Set<Scope> granted) {
        service = window.service(it.started(granted), it.time, it.time);
        tenant.requests.clear();
    }

    private Pending<ContactPool> show(FindWords.Pool pool) {
        Pending<ContactPool> pending =
                service.show(new WallRequest(pool, Optional.empty(), Optional.of(WallTheme.DARK)));
        it.time.settle();
        return pending;
    }

    private List<String> names() {
        return window.last().view().orElseThrow().wall().rows().stream()
                .map(row -> row.person().name())
                .toList();
    }

    private static Problem.Kind failure(Pending<?> pending) {
        Throwable thrown = pending.answer().handle((value, failed) -> failed).join();
        return ((ProblemException) thrown).problem().kind();
    }

    private Problem.Kind problem() {
        assertThat(window.last().view()).isEmpty();
        return window.last().problem().orElseThrow().kind();
    }

    @Nested
    class OfAGroup {

        @Test
        void showsItsMembersAsSoonAsTheyAreKnown() {
            Pending<ContactPool> pending = show(DESK);
            assertThat(pending.answer()).isCompletedWithValue(THE_DESK);
            assertThat(names()).containsExactly("Anna", "Ben");
            assertThat(window.opened).hasSize(1);
            assertThat(window.shown.get(0).view()).isEmpty();
            assertThat(window.shown)
                    .anySatisfy(state -> assertThat(state.read()).isEqualTo(2));
        }

        @Test
        void orItsOwners() {
            show(new FindWords.Pool.Group("Desk", Part.OWNERS));
            assertThat(names()).containsExactly("Cleo");
        }

        @Test
        void thatIsNotThereIsSaidOnTheWallAndToWhoeverAsked() {
            Pending<ContactPool> pending = show(new FindWords.Pool.Group("Nobody's", Part.MEMBERS));
            assertThat(failure(pending)).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(problem()).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(window.isOpen).isTrue();
        }

        @Test
        void ofWhichThereAreSeveralIsSaidToo() {
            tenant.members.put("Desk one", List.of("anna"));
            tenant.members.put("Desk two", List.of("ben"));
            tenant.members.remove("Desk");
            assertThat(failure(show(DESK))).isEqualTo(Problem.Kind.AMBIGUOUS);
        }

        @Test
        void thatShowsItsMembersToNobodyIsAWallOfNobody() {
            tenant.members.put("Desk", List.of());
            show(DESK);
            assertThat(window.last().view().orElseThrow().people()).isZero();
        }

        @Test
        void ofTwentyThousandIsReadInOneGoAndNobodyMissing() {
            tenant.members.put(
                    "Works",
                    IntStream.range(0, 20_000)
                            .mapToObj(i -> tenant.add("p" + i, "Person " + i).id())
                            .toList());
            show(new FindWords.Pool.Group("Works", Part.MEMBERS));
            assertThat(window.shown)
                    .anySatisfy(state -> assertThat(state.read()).isEqualTo(20_000));
            assertThat(window.last().view().orElseThrow().people()).isEqualTo(20_000);
        }
    }

    @Nested
    class WhileItStands {

        @Test
        void theScreenIsKeptAwakeAndNobodysAvailableIsHeld() {
            show(COLLEAGUES);
            assertThat(window.holds).isEqualTo(1);
            assertThat(window.keptAwake).containsExactly(true);
            window.pressEscape();
            assertThat(window.holds).isZero();
            assertThat(window.keptAwake).containsExactly(true, false);
        }

        @Test
        void followsWhatIsKnown() {
            show(COLLEAGUES);
            assertThat(names()).hasSize(4);
            tenant.presences.remove("anna");
            it.time.pass(Duration.ofSeconds(31));
            assertThat(names()).containsExactly("Ben", "Cleo", "Dora");
        }

        @Test
        void aProblemStandsBesideThoseWhoAreStillKnownUntilTheyAreNotAnyMore() {
            show(COLLEAGUES);
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.NO_NETWORK));
            it.time.pass(Duration.ofSeconds(31));
            assertThat(names()).hasSize(4);
            assertThat(window.last().problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NO_NETWORK);
            it.time.pass(Duration.ofSeconds(70));
            assertThat(names()).isEmpty();
        }

        @Test
        void anotherTakesItsPlace() {
            show(COLLEAGUES);
            window.shown.clear();
            show(DESK);
            assertThat(names()).containsExactly("Anna", "Ben");
            assertThat(window.holds).isEqualTo(1);
            it.time.pass(Duration.ofMinutes(5));
            assertThat(names()).containsExactly("Anna", "Ben");
        }

        @Test
        void escapeClosesItAndNothingIsAskedForAnyMore() {
            show(COLLEAGUES);
            window.pressEscape();
            it.time.settle();
            int before = tenant.presenceCount();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(before);
            assertThat(window.isOpen).isFalse();
            assertThat(service.hide()).isFalse();
        }

        @Test
        void canBeClosedFromElsewhere() {
            show(COLLEAGUES);
            assertThat(service.hide()).isTrue();
            assertThat(window.isOpen).isFalse();
            assertThat(window.holds).isZero();
        }
    }

    @Nested
    class EmptiesAtOnce {

        @Test
        void whenSomebodySignsOut() {
            show(COLLEAGUES);
            it.signedOut();
            assertThat(problem()).isEqualTo(Problem.Kind.NOT_SIGNED_IN);
            assertThat(window.holds).isZero();
            int before = tenant.presenceCount();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(before);
        }

        @Test
        void whenSomebodyElseSignsIn() {
            show(COLLEAGUES);
            it.signedIn(new app.ampel.domain.account.Profile(
                    "Ada", "ada@example.org", "example.org", "tenant-1", "ada", Colleagues.ALL));
            assertThat(problem()).isEqualTo(Problem.Kind.NOT_SIGNED_IN);
            window.pressEnter();
            it.time.settle();
            assertThat(names()).hasSize(4);
        }

        @Test
        void whenTheAdministratorTakesItBack() {
            show(COLLEAGUES);
            it.access = PeopleFeature.Access.LOCKED;
            it.prefer();
            assertThat(problem()).isEqualTo(Problem.Kind.LOCKED);
        }

        @Test
        void whenAScopeIsWithdrawn() {
            show(COLLEAGUES);
            tenant.presenceFails = Optional.of(Problem.of(Problem.Kind.CONSENT_NEEDED, Scope.PRESENCE_READ_ALL.word()));
            it.time.pass(Duration.ofSeconds(31));
            assertThat(problem()).isEqualTo(Problem.Kind.CONSENT_NEEDED);
            assertThat(window.last().refused()).contains(ConsentStep.PRESENCE);
        }

        @Test
        void behindALockAndComesBackAfterIt() {
            show(COLLEAGUES);
            service.locked(true);
            it.time.settle();
            assertThat(window.last().view()).isEmpty();
            assertThat(window.holds).isZero();
            int before = tenant.presenceCount();
            it.time.pass(Duration.ofHours(1));
            assertThat(tenant.presenceCount()).isEqualTo(before);
            service.away(true);
            service.locked(false);
            it.time.settle();
            assertThat(tenant.presenceCount()).isEqualTo(before);
            service.away(false);
            it.time.settle();
            assertThat(names()).hasSize(4);
            assertThat(window.holds).isEqualTo(1);
        }
    }

    @Nested
    class WhereItCannotBeShown {

        @Test
        void whatHelpsItselfIsTriedAgainAndNotBeforeMicrosoftSaysSo() {
            tenant.directoryFails = Optional.of(new Problem(
                    Problem.Kind.THROTTLED, "HTTP 429", Optional.of(Colleagues.NOON.plus(Duration.ofMinutes(3)))));
            assertThat(failure(show(COLLEAGUES))).isEqualTo(Problem.Kind.THROTTLED);
            assertThat(window.holds).isZero();
            tenant.directoryFails = Optional.empty();
            it.time.pass(Duration.ofMinutes(2).plusSeconds(59));
            assertThat(problem()).isEqualTo(Problem.Kind.THROTTLED);
            it.time.pass(Duration.ofSeconds(2));
            assertThat(names()).hasSize(4);
        }

        @Test
        void whatSomebodyHasToPutRightWaitsForEnter() {
            tenant.refuses.add(Scope.GROUP_MEMBER_READ_ALL);
            started(Colleagues.AT_FIRST);
            assertThat(failure(show(DESK))).isEqualTo(Problem.Kind.CONSENT_NEEDED);
            assertThat(window.last().refused()).contains(ConsentStep.GROUPS);
            int asked = tenant.asked.size();
            it.time.pass(Duration.ofHours(5));
            assertThat(tenant.asked).hasSize(asked);
            tenant.refuses.clear();
            window.pressEnter();
            it.time.settle();
            assertThat(names()).containsExactly("Anna", "Ben");
        }

        @Test
        void aLockedOneAsksForNoConsent() {
            it.access = PeopleFeature.Access.LOCKED;
            started(Colleagues.AT_FIRST);
            assertThat(failure(show(DESK))).isEqualTo(Problem.Kind.LOCKED);
            assertThat(tenant.asked).isEmpty();
        }

        @Test
        void withoutADisplayNothingIsAskedFor() {
            window.monitors = 0;
            Pending<ContactPool> pending = show(COLLEAGUES);
            assertThat(pending.answer()).isCompletedExceptionally();
            assertThat(tenant.requests).isEmpty();
            assertThat(service.hide()).isFalse();
        }

        @Test
        void whoeverGivesUpBeforeItStandsClosesIt() {
            Pending<ContactPool> pending =
                    service.show(new WallRequest(COLLEAGUES, Optional.empty(), Optional.empty()));
            pending.cancel();
            it.time.settle();
            assertThat(failure(pending)).isEqualTo(Problem.Kind.CANCELLED);
            assertThat(window.isOpen).isFalse();
            assertThat(window.holds).isZero();
        }

        @Test
        void andNotAfterwards() {
            show(COLLEAGUES).cancel();
            assertThat(window.isOpen).isTrue();
        }
    }
}
