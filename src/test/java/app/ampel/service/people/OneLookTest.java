package app.ampel.service.people;

import static app.ampel.service.people.Colleagues.ALL;
import static app.ampel.service.people.Colleagues.AT_FIRST;
import static app.ampel.service.people.FakeTenant.AVAILABLE;
import static app.ampel.service.people.FakeTenant.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.FindRequest;
import app.ampel.domain.people.Question;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking once. */
class OneLookTest {

    private static final FindWords.Pool STAFF = new FindWords.Pool.Group("Staff", ContactPool.Part.MEMBERS);

    private final Colleagues it = new Colleagues();
    private final FakeTenant tenant = it.tenant;

    OneLookTest() {
        tenant.add("anna", "Anna Schmidt");
        tenant.add("ben", "Ben Okafor");
        tenant.add("cleo", "Cleo Laurent");
        tenant.is("anna", CALL);
        tenant.is("ben", AVAILABLE);
        tenant.members.put("Staff", List.of("anna", "ben", "cleo"));
    }

    private static Problem.Kind kind(Throwable thrown) {
        return ((ProblemException) thrown).problem().kind();
    }

    @Test
    void atTheWatchListTakesOneRequestAndThenNone() {
        it.started(ALL);
        it.watches("anna", "ben");
        PeopleSnapshot now = it.answer(it.service.oneLook().watchList());
        assertThat(now.watchList().stream().map(row -> row.reachability().isFree()))
                .containsExactly(true, false);
        it.time.pass(Duration.ofHours(8));
        assertThat(tenant.requests).containsExactly("presences 2");
    }

    @Test
    void atAnEmptyWatchListAsksForNothing() {
        it.started(AT_FIRST);
        assertThat(it.answer(it.service.oneLook().watchList()).watchList()).isEmpty();
        assertThat(tenant.requests).isEmpty();
        assertThat(tenant.asked).isEmpty();
    }

    @Test
    void seesWhoHasLeft() {
        it.started(ALL);
        it.watches("anna", "cleo");
        it.service.close();
        it.time.settle();
        it.started(ALL);
        tenant.people.remove("cleo");
        PeopleSnapshot now = it.answer(it.service.oneLook().watchList());
        assertThat(now.watchList().stream().filter(PeopleSnapshot.Row::gone))
                .singleElement()
                .satisfies(row -> assertThat(row.contact().name()).isEqualTo("Cleo Laurent"));
    }

    @Test
    void atABoardSeesWhoIsThereAndChangesNoWall() {
        it.started(ALL);
        Runnable away = it.answer(it.service.lookAtWall(new ContactPool.Colleagues(), read -> {}));
        PeopleSnapshot.WallView board = it.answer(it.service.oneLook().board(STAFF, read -> {}));
        assertThat(board.wall().rows().stream().map(row -> row.person().name()))
                .containsExactly("Anna Schmidt", "Ben Okafor");
        assertThat(board.people()).isEqualTo(3);
        assertThat(it.service.snapshot().wall().orElseThrow().pool()).isEqualTo(new ContactPool.Colleagues());
        away.run();
        it.time.settle();
        int asked = tenant.requests.size();
        it.time.pass(Duration.ofHours(8));
        assertThat(tenant.requests).hasSize(asked);
    }

    @Test
    void atABoardSeesNobodyWhoMustNotAppear() {
        it.excludedGroup = Optional.of("Works council");
        tenant.members.put("Works council", List.of("ben"));
        it.started(ALL);
        it.service.lists().hide(Set.of("anna"));
        it.time.settle();
        PeopleSnapshot.WallView board = it.answer(it.service.oneLook().board(STAFF, read -> {}));
        assertThat(board.wall().rows()).isEmpty();
        assertThat(board.people()).isEqualTo(1);
    }

    @Test
    void atABoardOfThousandsKeepsToTheBudgetAndIsWhole() {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 20_000).forEach(i -> {
            tenant.add("p" + i, "P" + i);
            tenant.is("p" + i, AVAILABLE);
            ids.add("p" + i);
        });
        tenant.members.put("Many", ids);
        it.started(ALL);
        Pending<PeopleSnapshot.WallView> pending =
                it.service.oneLook().board(new FindWords.Pool.Group("Many", ContactPool.Part.MEMBERS), read -> {});
        it.time.pass(Duration.ofMinutes(2));
        assertThat(it.answer(pending).wall().rows()).hasSize(20_000);
        assertThat(Colleagues.mostInAWindow(tenant.presenceRequests)).isLessThanOrEqualTo(20);
    }

    @Test
    void understandsWhoIsMeantWithoutAskingForAnybodysPresence() {
        it.started(ALL);
        FindRequest meant = it.answer(it.service
                .oneLook()
                .meant(new FindWords(
                        Optional.of("Anna Schmidt"), List.of("ben"), Optional.empty(), List.of(), Question.NONE)));
        assertThat(meant.primary().orElseThrow().id()).isEqualTo("anna");
        assertThat(tenant.presenceRequests).isEmpty();
    }

    @Test
    void saysWhatItWasThatNamesNobody() {
        it.started(ALL);
        Throwable thrown = it.failure(it.service.show("Zora"));
        assertThat(kind(thrown)).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(thrown.getCause()).isInstanceOfSatisfying(UnknownNameException.class, unknown -> {
            assertThat(unknown.typed()).isEqualTo("Zora");
            assertThat(unknown.what()).isEqualTo(UnknownNameException.What.PERSON);
            assertThat(unknown.getMessage()).doesNotContain("Zora");
        });
    }
}
