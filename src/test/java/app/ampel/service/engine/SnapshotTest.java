package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {

    private static Snapshot setByHand(Choice choice, ManualStatus.State state) {
        ManualStatus status = new ManualStatus(
                choice,
                Snapshots.NOW,
                Snapshots.NOW.plus(Duration.ofHours(1)),
                Optional.empty(),
                state,
                Optional.empty());
        return Snapshots.of(
                Snapshots.known("Busy", "InAMeeting"), Optional.of(status), AccountState.signedIn(Snapshots.ADA));
    }

    @Test
    void somebodyPresentsWhenTeamsSaysSo() {
        assertThat(Snapshots.of(Snapshots.known("DoNotDisturb", "Presenting")).isPresenting())
                .isTrue();
        assertThat(Snapshots.of(Snapshots.known("Busy", "InAMeeting")).isPresenting())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(ManualStatus.State.class)
    void whatIsSetByHandCountsAsWellUnlessMicrosoftShowsSomethingElse(ManualStatus.State state) {
        assertThat(setByHand(Choice.PRESENTING, state).isPresenting())
                .isEqualTo(state != ManualStatus.State.OVERRIDDEN);
        assertThat(setByHand(Choice.IN_A_CALL, state).isPresenting()).isFalse();
    }
}
