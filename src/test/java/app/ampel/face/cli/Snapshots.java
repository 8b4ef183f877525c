package app.ampel.face.cli;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.Transport;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moments to test with. */
public final class Snapshots {

    public static final Instant NOW = Instant.parse("2026-11-20T13:05:03.500Z");

    public static final Profile ADA = new Profile(
            "Ada Example",
            "ada@example.org",
            "example.org",
            "t-1",
            "o-1",
            Set.of(Scope.USER_READ, Scope.PRESENCE_READ));

    public static final LightCommand RED = LightCommand.solid(Colour.RED);

    private Snapshots() {}

    public static PresenceReading known(String availability, String activity) {
        return new PresenceReading(
                PresenceReading.Kind.KNOWN,
                Optional.of(last(availability, activity, true)),
                Optional.empty(),
                Optional.empty());
    }

    public static PresenceReading.Last last(String availability, String activity, boolean fresh) {
        return new PresenceReading.Last(
                Presence.of(new Availability(availability), new Activity(activity)),
                NOW.minusSeconds(5),
                fresh ? Optional.empty() : Optional.of(NOW.minusSeconds(1)));
    }

    public static PresenceReading reading(
            PresenceReading.Kind kind, Optional<Instant> until, Optional<Problem.Kind> problem) {
        return new PresenceReading(
                kind, Optional.of(last("Busy", "InAMeeting", false)), until, problem.map(Problem::of));
    }

    public static LightState light(String id, LightState.Condition condition) {
        LightCommand shown =
                condition == LightState.Condition.OK ? new LightCommand(Colour.RED, Effect.PULSE) : LightCommand.OFF;
        return new LightState(id, "Luxafor Flag", Transport.HID_OUTPUT, condition, shown, Optional.empty());
    }

    public static Snapshot of(PresenceReading reading) {
        return of(reading, Optional.empty(), AccountState.signedIn(ADA));
    }

    public static Snapshot of(PresenceReading reading, Optional<ManualStatus> manual, AccountState account) {
        return new Snapshot(
                NOW,
                reading,
                manual,
                LightOverride.AUTO,
                RED,
                Reason.PRESENCE,
                account,
                Optional.of(new Snapshot.Poll(NOW.plusSeconds(7), Duration.ofSeconds(10))));
    }

    public static Overview lit(Snapshot snapshot, List<LightState> lights) {
        return new Overview(snapshot, lights);
    }

    public static Overview unlit(Snapshot snapshot) {
        return lit(snapshot, List.of());
    }

    /** Not on USB, so that nothing is kept of a board. */
    public static SerialPort port(String name, String description, Optional<String> id) {
        return SerialPort.listed(name, description, Optional.empty(), "").with(id, Optional.empty());
    }
}
