package app.ampel.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.RequestBudget.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static RequestBudget after(int requests) {
        RequestBudget budget = RequestBudget.unused(Duration.ZERO);
        for (int i = 0; i < requests; i++) {
            budget = budget.sent(NOON.plusMillis(i));
        }
        return budget;
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void everythingIsAllowedAtFirst(Priority priority) {
        assertThat(RequestBudget.unused(Duration.ZERO).earliest(priority, NOON)).isEqualTo(NOON);
    }

    @Test
    void whatIsWaitedForGivesWayFirstThenWhatIsOnScreenAndNothingElseEver() {
        Instant now = NOON.plusSeconds(1);
        assertThat(after(10).allows(Priority.WAITING, now)).isFalse();
        assertThat(after(10).allows(Priority.SCREEN, now)).isTrue();
        assertThat(after(20).allows(Priority.SCREEN, now)).isFalse();
        assertThat(after(500).allows(Priority.OWN, now)).isTrue();
        assertThat(after(500).allows(Priority.WRITE, now)).isTrue();
    }

    @Test
    void roomIsMadeWhenTheOldestRequestIsOldEnough() {
        Instant now = NOON.plusSeconds(10);
        Instant free = after(20).earliest(Priority.SCREEN, now);
        assertThat(free).isEqualTo(NOON.plus(RequestBudget.WINDOW));
        assertThat(after(20).allows(Priority.SCREEN, free)).isTrue();
        assertThat(after(20).allows(Priority.SCREEN, free.minusMillis(1))).isFalse();
    }

    @Test
    void neverMoreThanTwentyInThirtySecondsHoweverOftenSomebodyLooks() {
        Random random = new Random(5);
        RequestBudget budget = RequestBudget.unused(Duration.ZERO);
        java.util.List<Instant> sent = new java.util.ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < 5000; i++) {
            now = now.plusMillis(random.nextInt(900));
            if (budget.allows(Priority.SCREEN, now)) {
                budget = budget.sent(now);
                sent.add(now);
            }
        }
        for (int i = 20; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 20), sent.get(i))).isGreaterThanOrEqualTo(RequestBudget.WINDOW);
        }
        assertThat(sent).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void retryAfterHoldsForAllAndToTheMoment(Priority priority) {
        Instant until = NOON.plusSeconds(90);
        RequestBudget refused = RequestBudget.unused(Duration.ZERO).refused(Optional.of(until), NOON);
        assertThat(refused.earliest(priority, NOON.plusSeconds(1))).isEqualTo(until);
        assertThat(refused.allows(priority, until)).isTrue();
        assertThat(refused.refused(Optional.of(NOON.plusSeconds(5)), NOON).earliest(priority, NOON))
                .isEqualTo(until);
        assertThat(refused.sent(NOON).earliest(priority, NOON)).isEqualTo(until);
    }

    @Test
    void intervalsAreTwiceAsLongWithEachRefusalAndComeBackSlowly() {
        RequestBudget budget = RequestBudget.unused(Duration.ZERO);
        Duration usual = Duration.ofSeconds(15);
        for (int i = 0; i < 9; i++) {
            budget = budget.refused(Optional.empty(), NOON);
        }
        assertThat(budget.interval(usual)).isEqualTo(Duration.ofMinutes(2));
        assertThat(budget.answered().interval(usual)).isEqualTo(Duration.ofSeconds(108));
        for (int i = 0; i < 30; i++) {
            budget = budget.answered();
        }
        assertThat(budget.interval(usual)).isEqualTo(usual);
    }

    @Test
    void theAdministratorsShortestIntervalBindsIntervalsAndTheNumberOfRequests() {
        RequestBudget budget = RequestBudget.unused(Duration.ofMinutes(2));
        assertThat(budget.interval(Duration.ofSeconds(15))).isEqualTo(Duration.ofMinutes(2));
        assertThat(budget.window()).isEqualTo(Duration.ofMinutes(2));
        assertThat(after(20).withShortest(Duration.ofMinutes(2)).allows(Priority.SCREEN, NOON.plusSeconds(60)))
                .isFalse();
    }
}
