package app.ampel.domain.people;

import static app.ampel.domain.people.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.RequestBudget;
import app.ampel.domain.presence.RequestBudget.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenceRoundTest {

    private static final RequestBudget UNUSED = RequestBudget.unused(Duration.ZERO);
    private static final Duration WALL = Duration.ofSeconds(30);

    private static PresenceRound wall(int people) {
        return PresenceRound.of(
                Priority.SCREEN,
                WALL,
                IntStream.range(0, people).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void aFewPeopleAreAskedForInOneRequestAtTheUsualInterval() {
        PresenceRound round = wall(600);
        assertThat(round.parts()).hasSize(1);
        assertThat(round.isDue(UNUSED, NOON)).isTrue();
        PresenceRound asked = round.asked(0, NOON);
        assertThat(asked.due(UNUSED, NOON)).contains(NOON.plus(WALL));
        assertThat(asked.isComplete()).isTrue();
    }

    @Test
    void nobodyIsNeverDue() {
        assertThat(wall(0).due(UNUSED, NOON)).isEmpty();
    }

    @Test
    void aLargeWallGoesRoundAndAsksForWhatIsOldestNext() {
        PresenceRound round = wall(3 * PresenceRound.A_PART);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int next = round.next().orElseThrow();
            order.add(next);
            round = round.asked(next, NOON.plusSeconds(i));
        }
        assertThat(order).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void aRoundOfAWholeOrganisationTakesAsLongAsItsRequestsMay() {
        PresenceRound round = wall(64_000);
        assertThat(round.parts()).hasSize(100);
        assertThat(round.interval(UNUSED)).isEqualTo(Duration.ofSeconds(150));
        assertThat(wall(600).interval(UNUSED)).isEqualTo(WALL);
    }

    @Test
    void itIsSlowerWhenRefusedAndNeverBelowTheAdministratorsShortest() {
        RequestBudget strict = RequestBudget.unused(Duration.ofMinutes(2));
        assertThat(wall(1).interval(strict)).isEqualTo(Duration.ofMinutes(2));
        RequestBudget refused = UNUSED.refused(java.util.Optional.empty(), NOON);
        assertThat(wall(1).interval(refused)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void thoseWhoAreStillThereWereAskedForAlready() {
        PresenceRound before = wall(2 * PresenceRound.A_PART).asked(0, NOON);
        Instant later = NOON.plusSeconds(1);
        assertThat(wall(2 * PresenceRound.A_PART).keeping(before).due(UNUSED, later))
                .contains(later);
        assertThat(wall(PresenceRound.A_PART).keeping(before).due(UNUSED, later))
                .contains(NOON.plus(WALL));
    }
}
