package app.ampel.service.engine;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.ManualStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known and decided, at one moment. What became of it on each light is a stream of its own, see
 * {@link app.ampel.service.lights.manager.LightStates}.
 *
 * @param now the moment
 * @param shown what all lights are told to show, and {@code why}
 * @param poll the next request for the presence; empty when none is planned
 */
public record Snapshot(
        Instant now,
        PresenceReading reading,
        Optional<ManualStatus> manual,
        LightOverride override,
        LightCommand shown,
        Reason why,
        AccountState account,
        Optional<Poll> poll) {

    /** When the next request is due, and the interval it was planned by. */
    public record Poll(Instant next, Duration interval) {}

    public Snapshot {
        Objects.requireNonNull(now);
        Objects.requireNonNull(reading);
        Objects.requireNonNull(manual);
        Objects.requireNonNull(override);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(why);
        Objects.requireNonNull(account);
        Objects.requireNonNull(poll);
    }

    /** Whether somebody else looks at the screen, by what Teams says or by hand. */
    public boolean isPresenting() {
        boolean byHand = manual.filter(status ->
                        status.choice() == Choice.PRESENTING && status.state() != ManualStatus.State.OVERRIDDEN)
                .isPresent();
        return byHand
                || reading.last()
                        .map(PresenceReading.Last::presence)
                        .filter(presence -> presence.activity().equals(Activity.PRESENTING))
                        .isPresent();
    }

    /** Whether nothing but time has passed since {@code other}. */
    boolean sameButForTheMoment(Snapshot other) {
        return new Snapshot(other.now, reading, manual, override, shown, why, account, poll).equals(other);
    }
}
