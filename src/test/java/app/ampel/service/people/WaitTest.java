package app.ampel.service.people;

import static app.ampel.service.people.Colleagues.ALL;
import static app.ampel.service.people.Colleagues.NOON;
import static app.ampel.service.people.FakeTenant.AVAILABLE;
import static app.ampel.service.people.FakeTenant.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tell me when. */
class WaitTest {

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;

    WaitTest() {
        tenant.add("anna", "Anna Schmidt");
        tenant.add("ben", "Ben Okafor");
        tenant.is("anna", CALL);
        tenant.is("ben", CALL);
    }

    private Pending<Optional<PeopleNotice>> waiting(String... ids) {
        Pending<Optional<PeopleNotice>> pending = it.service.wait(
                List.of(ids).stream().map(id -> id + "@example.org").toList(), Optional.empty());
        it.time.settle();
        return pending;
    }

    private static Problem.Kind kind(Throwable thrown) {
        return ((ProblemException) thrown).problem().kind();
    }

    @Test
    void isAskedForEverySixtySecondsAndToldOnceWithAChat() {
        it.started(ALL);
        Pending<Optional<PeopleNotice>> pending = waiting("anna");
        it.time.pass(Duration.ofSeconds(121));
        assertThat(tenant.presenceRequests).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120));
        assertThat(it.notices).isEmpty();
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofHours(4));
        assertThat(it.notices).singleElement().satisfies(notice -> {
            assertThat(notice.contact().name()).isEqualTo("Anna Schmidt");
            assertThat(notice.asOf()).isEqualTo(NOON.plusSeconds(180));
            assertThat(notice.chat().orElseThrow().address().toString()).contains("users=anna@example.org");
        });
        assertThat(it.answer(pending)).contains(it.notices.get(0));
        assertThat(tenant.presenceCount()).isEqualTo(4);
        assertThat(tenant.disk.get("kim").waits().isEmpty()).isTrue();
    }

    @Test
    void endsByItselfAfterTheWorkingDay() {
        it.started(ALL);
        Pending<Optional<PeopleNotice>> pending = waiting("anna");
        it.time.pass(Duration.ofHours(5));
        assertThat(it.answer(pending)).isEmpty();
        int asked = tenant.presenceCount();
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofDays(3));
        assertThat(it.notices).isEmpty();
        assertThat(tenant.presenceCount()).isEqualTo(asked);
    }

    @Test
    void survivesARestartAndKnowsWhoItIsFromTheIdAlone() {
        it.started(ALL);
        waiting("anna");
        it.service.close();
        it.time.settle();
        it.started(ALL);
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofSeconds(61));
        assertThat(it.notices)
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.person().orElseThrow().name()).isEqualTo("Anna Schmidt"));
    }

    static List<Presence> quiet() {
        return List.of(
                CALL,
                Presence.of(Availability.BUSY, Activity.IN_A_CONFERENCE_CALL),
                Presence.of(Availability.DO_NOT_DISTURB, Activity.PRESENTING),
                Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB));
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void isSilentWhileTheUserHadBetterNotBeDisturbedAndToldAfterwardsIfStillTrue(Presence own) {
        it.started(ALL);
        waiting("anna", "ben");
        it.own(own);
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofMinutes(10));
        assertThat(it.notices).isEmpty();
        tenant.is("anna", CALL);
        it.time.pass(Duration.ofMinutes(2));
        it.own(AVAILABLE);
        assertThat(it.notices).isEmpty();
        it.own(own);
        tenant.is("ben", AVAILABLE);
        it.time.pass(Duration.ofMinutes(2));
        assertThat(it.notices).isEmpty();
        it.own(AVAILABLE);
        assertThat(it.notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.contact().id()).isEqualTo("ben"));
    }

    @Test
    void isForTenPeopleAtMost() {
        IntStream.range(0, 11).forEach(i -> {
            tenant.add("p" + i, "P" + i);
            tenant.is("p" + i, CALL);
        });
        it.started(ALL);
        for (int i = 0; i < 10; i++) {
            waiting("p" + i);
        }
        assertThat(kind(it.failure(waiting("p10")))).isEqualTo(Problem.Kind.TOO_MANY);
        it.service.stopWaiting(Set.of("p0"));
        it.time.settle();
        assertThat(waiting("p10").answer()).isNotDone();
        assertThat(it.service.snapshot().waits()).hasSize(10);
    }

    @Test
    void thatIsTakenBackIsOver() {
        it.started(ALL);
        Pending<Optional<PeopleNotice>> pending = waiting("anna");
        it.service.stopWaiting(Set.of("anna"));
        assertThat(it.answer(pending)).isEmpty();
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofHours(1));
        assertThat(it.notices).isEmpty();
    }

    @Test
    void endsWhenWhoeverWantedTheAnswerGivesUp() {
        it.started(ALL);
        Pending<Optional<PeopleNotice>> pending = waiting("anna", "ben");
        waiting("ben");
        pending.cancel();
        it.time.settle();
        assertThat(kind(it.failure(pending))).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(it.service.snapshot().waits())
                .singleElement()
                .satisfies(left -> assertThat(left.awaited().ids()).containsExactly("ben"));
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofHours(1));
        assertThat(it.notices).isEmpty();
    }

    @Test
    void goesOnForWhoeverWaitedBeforeSomebodyElseGaveUp() {
        it.started(ALL);
        waiting("anna");
        waiting("anna").cancel();
        it.time.settle();
        tenant.is("anna", AVAILABLE);
        it.time.pass(Duration.ofMinutes(2));
        assertThat(it.notices).hasSize(1);
    }

    @Test
    void isForNobodyOfTheExcludedGroup() {
        it.excludedGroup = Optional.of("Works council");
        tenant.members.put("Works council", List.of("ben"));
        it.started(ALL);
        assertThat(kind(it.failure(waiting("ben")))).isEqualTo(Problem.Kind.LOCKED);
    }

    @Test
    void tellsNobodyOfWhoWasExcludedSinceNotEvenAfterARestart() {
        it.started(ALL);
        waiting("ben");
        it.service.close();
        it.time.settle();
        it.excludedGroup = Optional.of("Works council");
        tenant.members.put("Works council", List.of("ben"));
        tenant.is("ben", AVAILABLE);
        it.started(ALL);
        it.time.pass(Duration.ofHours(1));
        assertThat(it.notices).isEmpty();
        assertThat(it.service.snapshot().waits()).isEmpty();
    }

    @Test
    void whileItIsNotKnownWhoIsExcludedTellsNobody() {
        it.started(ALL);
        waiting("ben");
        it.service.close();
        it.time.settle();
        it.excludedGroup = Optional.of("No such group");
        tenant.is("ben", AVAILABLE);
        it.started(ALL);
        it.time.pass(Duration.ofHours(1));
        assertThat(it.notices).isEmpty();
        assertThat(it.service.snapshot().waits()).hasSize(1);
    }

    @Test
    void aSpanIsAsLongAsItWasWhenSomebodyPutsTheClockRight() {
        it.started(ALL);
        Pending<Optional<PeopleNotice>> pending =
                it.service.wait(List.of("anna@example.org"), Optional.of(Duration.ofMinutes(10)));
        it.time.settle();
        it.time.correct(Duration.ofHours(3));
        it.time.pass(Duration.ofMinutes(9));
        assertThat(pending.answer()).isNotDone();
        it.time.pass(Duration.ofMinutes(2));
        assertThat(it.answer(pending)).isEmpty();
    }
}
