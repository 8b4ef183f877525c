package app.ampel.domain.people;

import static app.ampel.domain.people.People.AVAILABLE;
import static app.ampel.domain.people.People.AWAY;
import static app.ampel.domain.people.People.CALL;
import static app.ampel.domain.people.People.DO_NOT_DISTURB;
import static app.ampel.domain.people.People.IDLE;
import static app.ampel.domain.people.People.INACTIVE;
import static app.ampel.domain.people.People.MEETING;
import static app.ampel.domain.people.People.NOON;
import static app.ampel.domain.people.People.OFFLINE;
import static app.ampel.domain.people.People.UNKNOWN;
import static app.ampel.domain.people.People.outOfOffice;
import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReachabilityTest {

    private static Reachability of(Presence presence) {
        return Reachability.of(Optional.of(presence));
    }

    @Test
    void availableComesBeforeIdleAndInactiveWhichAreEqual() {
        assertThat(of(AVAILABLE)).isLessThan(of(IDLE));
        assertThat(of(IDLE)).isEqualTo(of(INACTIVE)).matches(Reachability::isFree);
    }

    @Test
    void outOfOfficeIsFreeAndComesLastOfTheFree() {
        assertThat(of(outOfOffice(AVAILABLE)))
                .isEqualTo(of(outOfOffice(IDLE)))
                .isGreaterThan(of(INACTIVE))
                .matches(Reachability::isFree);
        assertThat(of(Presence.of(Availability.AVAILABLE, Activity.OUT_OF_OFFICE)))
                .isEqualTo(Reachability.AVAILABLE_OUT_OF_OFFICE);
    }

    @ParameterizedTest
    @EnumSource(value = PresenceKind.class, names = "AVAILABLE", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseIsFree(PresenceKind kind) {
        assertThat(of(kind.example()).isFree()).isFalse();
    }

    @Test
    void whoeverIsAvailableAndSpeaksWithSomebodyIsNotFree() {
        assertThat(of(Presence.of(Availability.AVAILABLE, Activity.IN_A_CALL)).isFree())
                .isFalse();
    }

    @Test
    void awayIsNearerThanAMeetingAndNothingElseIsNear() {
        assertThat(of(AWAY)).isLessThan(of(MEETING)).matches(Reachability::isNear);
        assertThat(of(MEETING)).matches(Reachability::isNear);
        assertThat(java.util.List.of(AVAILABLE, CALL, DO_NOT_DISTURB, OFFLINE, UNKNOWN, outOfOffice(AWAY)))
                .noneMatch(presence -> of(presence).isNear());
    }

    @Test
    void aMeetingInWhichNobodyWantsToBeDisturbedIsNotNear() {
        assertThat(of(Presence.of(Availability.DO_NOT_DISTURB, Activity.IN_A_MEETING))
                        .isNear())
                .isFalse();
    }

    @Test
    void whatIsOlderThanThreeIntervalsIsUnknown() {
        Optional<PresenceAt> at = Optional.of(new PresenceAt(Optional.of(AVAILABLE), NOON, Duration.ofSeconds(15)));
        assertThat(Reachability.of(at, NOON.plusSeconds(45))).isEqualTo(Reachability.AVAILABLE);
        assertThat(Reachability.of(at, NOON.plusSeconds(45).plusMillis(1))).isEqualTo(Reachability.UNKNOWN);
        assertThat(at.orElseThrow().on(NOON.plusSeconds(46))).isEmpty();
    }

    @Test
    void aClockThatIsPutBackMakesNothingFresh() {
        PresenceAt at = new PresenceAt(Optional.of(AVAILABLE), NOON, Duration.ofSeconds(15));
        assertThat(at.on(NOON.minus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void whomMicrosoftSaysNothingAboutIsUnknown() {
        Optional<PresenceAt> nothing = Optional.of(new PresenceAt(Optional.empty(), NOON, Duration.ofSeconds(15)));
        assertThat(Reachability.of(nothing, NOON)).isEqualTo(Reachability.UNKNOWN);
    }
}
