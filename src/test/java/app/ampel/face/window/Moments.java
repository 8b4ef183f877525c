package app.ampel.face.window;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moments that a window shows. */
public final class Moments {

    public static final Instant NOW = Snapshots.NOW;
    public static final URI DEVICE_LOGIN = URI.create("https://microsoft.com/devicelogin");

    private Moments() {}

    public static Snapshot known(String availability, String activity) {
        return Snapshots.of(Snapshots.known(availability, activity));
    }

    public static Snapshot reading(PresenceReading.Kind kind) {
        return Snapshots.of(Snapshots.reading(kind, Optional.empty(), Optional.empty()));
    }

    public static ManualStatus manual(Choice choice, Duration since, Duration left, ManualStatus.State state) {
        return new ManualStatus(choice, NOW.minus(since), NOW.plus(left), Optional.empty(), state, Optional.empty());
    }

    public static Snapshot set(Choice choice, Duration since, Duration left, ManualStatus.State state) {
        Snapshot base = Snapshots.of(
                Snapshots.known("Available", "Available"),
                Optional.of(manual(choice, since, left, state)),
                AccountState.signedIn(Snapshots.ADA));
        return with(base, Reason.MANUAL, base.shown());
    }

    public static Snapshot with(Snapshot base, Reason why, LightCommand shown) {
        return new Snapshot(
                base.now(), base.reading(), base.manual(), base.override(), shown, why, base.account(), base.poll());
    }

    public static Snapshot with(Snapshot base, LightOverride override) {
        return new Snapshot(
                base.now(),
                base.reading(),
                base.manual(),
                override,
                base.shown(),
                base.why(),
                base.account(),
                base.poll());
    }

    public static Snapshot account(AccountState account) {
        PresenceReading reading = new PresenceReading(
                account.profile().isPresent() ? PresenceReading.Kind.STALE : PresenceReading.Kind.SIGNED_OUT,
                Optional.empty(),
                Optional.empty(),
                account.problem());
        return with(Snapshots.of(reading, Optional.empty(), account), Reason.SIGNED_OUT, LightCommand.OFF);
    }

    public static Snapshot signedOut() {
        return account(AccountState.signedOut(Optional.empty()));
    }

    public static Snapshot signedOut(Problem.Kind why) {
        return account(AccountState.signedOut(Optional.of(Problem.of(why))));
    }

    public static Snapshot signedIn() {
        return account(AccountState.signedIn(Snapshots.ADA));
    }

    public static SignInPrompt code(String code) {
        return new SignInPrompt(
                SignInWay.DEVICE_CODE, DEVICE_LOGIN, Optional.of(code), NOW.plusSeconds(900), Optional.empty());
    }

    public static Snapshot asked(SignInPrompt prompt) {
        return account(AccountState.waiting(Optional.empty(), Optional.of(prompt)));
    }
}
