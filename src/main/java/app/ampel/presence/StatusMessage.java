package app.ampel.presence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The note to colleagues beside a presence.
 *
 * @param until when Microsoft takes it away; empty: it stays
 */
public record StatusMessage(String text, Optional<Instant> until) {

    public StatusMessage {
        Objects.requireNonNull(text);
        Objects.requireNonNull(until);
    }
}
