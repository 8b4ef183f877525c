package app.ampel.domain.people;

import static app.ampel.domain.people.People.AVAILABLE;
import static app.ampel.domain.people.People.CALL;
import static app.ampel.domain.people.People.IDLE;
import static app.ampel.domain.people.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.domain.status.WorkingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenceWaitsTest {

    private final People people = new People();

    private static PresenceWait wait(Instant until, String... ids) {
        return new PresenceWait(List.of(ids), until);
    }

    private static PresenceWaits waiting(PresenceWait... waits) {
        return new PresenceWaits(List.of(waits));
    }

    private PresenceWaits.Outcome at(PresenceWaits waits, Instant now, boolean quiet) {
        return waits.at(now, people::known, quiet);
    }

    @Test
    void oneIsToldOnceAndThenItIsDone() {
        PresenceWaits waits = waiting(wait(NOON.plusSeconds(600), "anna"), wait(NOON.plusSeconds(600), "ben"));
        people.with("anna", AVAILABLE).with("ben", CALL);
        PresenceWaits.Outcome outcome = at(waits, NOON, false);
        assertThat(outcome.told()).extracting(PresenceWaits.Told::id).containsExactly("anna");
        assertThat(outcome.left().people()).containsExactly("ben");
        assertThat(at(outcome.left(), NOON, false).told()).isEmpty();
    }

    @Test
    void ofSeveralTheBestEndsTheWait() {
        people.with("idle", IDLE).with("there", AVAILABLE);
        PresenceWaits.Outcome outcome = at(waiting(wait(NOON.plusSeconds(60), "idle", "there")), NOON, false);
        assertThat(outcome.told()).extracting(PresenceWaits.Told::id).containsExactly("there");
        assertThat(outcome.left().isEmpty()).isTrue();
    }

    @Test
    void nobodyIsToldWhileTheUserHadBetterNotBeDisturbedButAfterwardsIfStillTrue() {
        PresenceWaits waits = waiting(wait(NOON.plusSeconds(600), "anna"));
        people.with("anna", AVAILABLE);
        PresenceWaits.Outcome meanwhile = at(waits, NOON, true);
        assertThat(meanwhile.told()).isEmpty();
        assertThat(meanwhile.left()).isEqualTo(waits);
        assertThat(at(waits, NOON.plusSeconds(30), false).told()).hasSize(1);
        people.with("anna", CALL);
        assertThat(at(waits, NOON.plusSeconds(30), false).told()).isEmpty();
    }

    @Test
    void itEndsByItselfAlsoWhileQuietAndTellsNobodyThen() {
        people.with("anna", AVAILABLE);
        PresenceWait wait = wait(NOON, "anna");
        assertThat(at(waiting(wait), NOON, true).ended()).containsExactly(wait);
        assertThat(at(waiting(wait), NOON, false)).satisfies(outcome -> {
            assertThat(outcome.told()).isEmpty();
            assertThat(outcome.left().isEmpty()).isTrue();
        });
    }

    @Test
    void whatIsOldEndsNoWait() {
        people.with("anna", AVAILABLE);
        assertThat(at(waiting(wait(NOON.plusSeconds(600), "anna")), NOON.plusSeconds(46), false)
                        .told())
                .isEmpty();
    }

    @Test
    void tenPeopleAtMostHoweverManyWaits() {
        PresenceWaits waits = PresenceWaits.NONE;
        for (int i = 0; i < PresenceWaits.MOST; i++) {
            waits = waits.with(wait(NOON, "p" + i)).orElseThrow();
        }
        assertThat(waits.with(wait(NOON, "one-more"))).isEmpty();
        assertThat(waits.with(wait(NOON, "p1", "p2"))).isPresent();
        assertThatThrownBy(() ->
                        wait(NOON, IntStream.range(0, 11).mapToObj(i -> "p" + i).toArray(String[]::new)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameAgainHasANewEnd() {
        PresenceWaits waits = waiting(wait(NOON, "a", "b"))
                .with(wait(NOON.plusSeconds(60), "b", "a"))
                .orElseThrow();
        assertThat(waits.waits()).containsExactly(wait(NOON.plusSeconds(60), "b", "a"));
        assertThat(waits.without(Set.of("a")).people()).containsExactly("b");
        assertThat(waits.without(Set.of("a", "b")).isEmpty()).isTrue();
        assertThat(waits.nextEnd()).contains(NOON.plusSeconds(60));
    }

    @Test
    void itEndsAfterTheWorkingDayOrAfterTheTimeThatWasGiven() {
        assertThat(PresenceWait.end(Optional.empty(), NOON, WorkingDay.USUAL, ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
        assertThat(PresenceWait.end(Optional.of(Duration.ofHours(2)), NOON, WorkingDay.USUAL, ZoneOffset.UTC))
                .isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThatThrownBy(() ->
                        PresenceWait.end(Optional.of(Duration.ofHours(25)), NOON, WorkingDay.USUAL, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
