package app.ampel.demo;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The note beside a presence. Text only, the one kind that Graph takes.
 *
 * @param until when it disappears; empty: it stays
 */
record TenantNote(String text, Instant published, Optional<Instant> until) {

    TenantNote {
        Objects.requireNonNull(text);
        Objects.requireNonNull(published);
        Objects.requireNonNull(until);
    }

    boolean livesAt(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
