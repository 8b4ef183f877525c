package app.ampel.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one application said with setPresence.
 *
 * @param chosen when this pair was first set; renewing it keeps this
 * @param renewed when it was last said; Available fades from here
 * @param until when the session is gone
 */
record AppSession(ScriptedPresence pair, Instant chosen, Instant renewed, Instant until) {

    private static final Duration UNTIL_INACTIVE = Duration.ofMinutes(5);
    private static final Duration UNTIL_AWAY = Duration.ofMinutes(10);

    AppSession {
        Objects.requireNonNull(pair);
        Objects.requireNonNull(chosen);
        Objects.requireNonNull(renewed);
        Objects.requireNonNull(until);
    }

    static AppSession begun(ScriptedPresence pair, Instant now, Duration lease) {
        return new AppSession(pair, now, now, now.plus(lease));
    }

    AppSession saidAgain(ScriptedPresence said, Instant now, Duration lease) {
        return new AppSession(said, said.equals(pair) ? chosen : now, now, now.plus(lease));
    }

    boolean livesAt(Instant now) {
        return now.isBefore(until);
    }

    /** Only Available fades: after five minutes to inactive, after five more to Away, whatever the expiration. */
    Optional<ScriptedPresence> at(Instant now) {
        if (!livesAt(now)) {
            return Optional.empty();
        }
        if (!pair.equals(ScriptedPresence.AVAILABLE) || now.isBefore(renewed.plus(UNTIL_INACTIVE))) {
            return Optional.of(pair);
        }
        return Optional.of(
                now.isBefore(renewed.plus(UNTIL_AWAY)) ? ScriptedPresence.AVAILABLE_INACTIVE : ScriptedPresence.AWAY);
    }

    /** The moments at which {@link #at} may change. */
    Stream<Instant> changes() {
        return Stream.of(renewed.plus(UNTIL_INACTIVE), renewed.plus(UNTIL_AWAY), until);
    }
}
