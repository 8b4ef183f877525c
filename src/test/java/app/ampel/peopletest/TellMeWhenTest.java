package app.ampel.peopletest;

import static app.ampel.domain.account.Scope.PEOPLE_READ;
import static app.ampel.domain.account.Scope.PRESENCE_READ_ALL;
import static app.ampel.domain.account.Scope.USER_READ_BASIC_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.people.Reachability;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Tell me when she is available": once, late enough, and through a restart. */
class TellMeWhenTest extends PeopleScenario {

    private static final String EMILY = "emily.carter@muster.example";

    @BeforeEach
    void signIn() throws Exception {
        signedIn(PRESENCE_READ_ALL, USER_READ_BASIC_ALL, PEOPLE_READ);
        until(at -> isTaken("Emily Carter", at));
    }

    private void waitForEmily(Optional<Duration> atMost) {
        people.wait(List.of(EMILY), atMost);
        time.settle();
        assertThat(snapshot().waits()).hasSize(1);
    }

    private Instant emilyIsFree() {
        return until(at -> isFree("Emily Carter", at));
    }

    @Test
    void tellsOnceWhenSheBecomesAvailableAndSurvivesARestart() throws Exception {
        waitForEmily(Optional.empty());
        people.close();
        time.settle();
        start();
        assertThat(notices).isEmpty();
        Instant free = emilyIsFree();
        time.pass(Duration.ofSeconds(60));
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).contact().name()).isEqualTo("Emily Carter");
        assertThat(notices.get(0).reachability()).isEqualTo(Reachability.AVAILABLE);
        assertThat(notices.get(0).asOf()).isBetween(free, free.plusSeconds(60));
        assertThat(notices.get(0).chat().orElseThrow().address().toString()).endsWith("users=" + EMILY);
        time.pass(Duration.ofHours(4));
        assertThat(notices).hasSize(1);
        assertThat(disk.load(colleague("Kim Muster").id())).isEmpty();
    }

    @Test
    void asksOnceAMinuteForAllWhoAreWaitedForAndForNothingElse() {
        waitForEmily(Optional.of(Duration.ofHours(1)));
        people.wait(List.of("Felix Hoffmann", "julia.neumann@muster.example"), Optional.of(Duration.ofHours(1)));
        engine.own(Presence.of(Availability.DO_NOT_DISTURB, Activity.FOCUSING));
        time.settle();
        asked.clear();
        time.pass(Duration.ofMinutes(59));
        assertThat(asked).hasSize(59).allSatisfy(each -> {
            assertThat(each.path()).endsWith("getPresencesByUserId");
            assertThat(each.ids()).isEqualTo(3);
        });
    }

    @Test
    void isSilentWhileOneIsInACallAndTellsAfterwardsIfItIsStillTrue() {
        waitForEmily(Optional.empty());
        engine.own(Presence.of(Availability.BUSY, Activity.IN_A_CALL));
        emilyIsFree();
        time.pass(Duration.ofSeconds(90));
        assertThat(notices).isEmpty();
        engine.own(Presence.of(Availability.AVAILABLE, Activity.AVAILABLE));
        time.settle();
        assertThat(notices).hasSize(1);
    }

    @Test
    void endsByItselfAfterTheWorkingDay() {
        waitForEmily(Optional.empty());
        engine.own(Presence.of(Availability.BUSY, Activity.IN_A_CALL));
        Instant five = time.now().atZone(BERLIN).with(LocalTime.of(17, 0)).toInstant();
        time.pass(Duration.between(time.now(), five));
        assertThat(snapshot().waits()).isEmpty();
        asked.clear();
        engine.own(Presence.of(Availability.AVAILABLE, Activity.AVAILABLE));
        time.pass(Duration.ofHours(16));
        assertThat(asked).isEmpty();
        assertThat(notices).isEmpty();
    }
}
