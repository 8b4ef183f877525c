package app.ampel.face.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.json.Json;
import app.ampel.service.overview.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The texts here are the promise to scripts; see packaging/manual/commands.md. */
class StatusJsonTest {

    @Test
    void hasEveryMemberWhenThereIsEverything() {
        ManualStatus manual = new ManualStatus(
                Choice.PRESENTING,
                Snapshots.NOW.minusSeconds(60),
                Instant.parse("2026-11-20T14:30:00Z"),
                Optional.of(Instant.parse("2026-11-20T13:10:00Z")),
                ManualStatus.State.IN_EFFECT,
                Optional.empty());
        Overview now = Snapshots.lit(
                Snapshots.of(
                        Snapshots.reading(
                                PresenceReading.Kind.THROTTLED,
                                Optional.of(Instant.parse("2026-11-20T13:06:00Z")),
                                Optional.of(Problem.Kind.THROTTLED)),
                        Optional.of(manual),
                        AccountState.signedIn(Snapshots.ADA)),
                List.of(
                        Snapshots.light("luxafor-flag-1", LightState.Condition.OK),
                        Snapshots.light("luxafor-flag-2", LightState.Condition.NO_PERMISSION)));
        assertThat(Json.line(StatusJson.of(now)))
                .isEqualTo("{\"reading\":{\"kind\":\"throttled\",\"availability\":\"Busy\",\"activity\":\"InAMeeting\","
                        + "\"at\":\"2026-11-20T13:04:58Z\",\"until\":\"2026-11-20T13:06:00Z\",\"problem\":\"throttled\"},"
                        + "\"manual\":{\"choice\":\"presenting\",\"availability\":\"DoNotDisturb\",\"activity\":\"Presenting\","
                        + "\"since\":\"2026-11-20T13:04:03Z\","
                        + "\"until\":\"2026-11-20T14:30:00Z\",\"ends\":\"timer\",\"leaseUntil\":\"2026-11-20T13:10:00Z\","
                        + "\"state\":\"in-effect\",\"takesOver\":false,\"message\":null},"
                        + "\"lights\":[{\"id\":\"luxafor-flag-1\",\"model\":\"Luxafor Flag\",\"transport\":\"hid-output\","
                        + "\"state\":\"ok\",\"colour\":\"#ff0000\",\"effect\":\"pulse\"},"
                        + "{\"id\":\"luxafor-flag-2\",\"model\":\"Luxafor Flag\",\"transport\":\"hid-output\","
                        + "\"state\":\"no-permission\",\"colour\":\"#000000\",\"effect\":\"solid\"}],"
                        + "\"account\":{\"state\":\"signed-in\",\"name\":\"Ada Example\",\"username\":\"ada@example.org\"},"
                        + "\"poll\":{\"next\":\"2026-11-20T13:05:10Z\",\"interval\":\"PT10S\"}}");
    }

    @Test
    void leavesOutOnlyWhatMayBeLeftOutWhenThereIsNothing() {
        Snapshot now = new Snapshot(
                Snapshots.NOW,
                new PresenceReading(
                        PresenceReading.Kind.SIGNED_OUT, Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                LightOverride.AUTO,
                LightCommand.OFF,
                Reason.SIGNED_OUT,
                AccountState.signedOut(Optional.empty()),
                Optional.empty());
        assertThat(Json.line(StatusJson.of(Snapshots.unlit(now))))
                .isEqualTo("{\"reading\":{\"kind\":\"signed-out\",\"availability\":null,\"activity\":null,\"at\":null},"
                        + "\"manual\":null,\"lights\":[],\"account\":{\"state\":\"signed-out\"},"
                        + "\"poll\":{\"next\":null,\"interval\":null}}");
    }
}
