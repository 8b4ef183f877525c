package app.ampel.demo;

import app.ampel.domain.status.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the person of the demo does in Ampel themselves.
 *
 * @param set what is set; empty: what was set is cleared
 * @param story the key of a sentence that tells why
 */
public record ScriptedAction(Instant at, Optional<Set> set, String story) {

    /**
     * As {@code ampel set CHOICE --for DURATION --message NOTE}.
     *
     * @param note the key of a note to colleagues
     */
    public record Set(Choice choice, Duration duration, Optional<String> note) {
        public Set {
            Objects.requireNonNull(choice);
            Objects.requireNonNull(duration);
            Objects.requireNonNull(note);
        }
    }

    public ScriptedAction {
        Objects.requireNonNull(at);
        Objects.requireNonNull(set);
        Objects.requireNonNull(story);
    }
}
