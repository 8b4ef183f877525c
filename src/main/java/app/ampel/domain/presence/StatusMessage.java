package app.ampel.domain.presence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The note to colleagues beside a presence.
 *
 * @param until when Microsoft takes it away, as far as that could be understood; empty: it stays
 * @param original how Microsoft wrote it, so that it can be put back unchanged; empty for a note of ours
 * @param published when it was put there, by Microsoft's clock; empty where that is not known
 */
public record StatusMessage(
        String text, Optional<Instant> until, Optional<Original> original, Optional<Instant> published) {

    /**
     * What Microsoft wrote beside the text. Kept as it came, also where it cannot be understood.
     *
     * @param contentType such as {@code text} or {@code html}; empty where there was none
     * @param end a local time, empty where there was none
     * @param zone the name of the zone of {@code end}, empty where there was none
     */
    public record Original(String contentType, String end, String zone) {
        public Original {
            Objects.requireNonNull(contentType);
            Objects.requireNonNull(end);
            Objects.requireNonNull(zone);
        }
    }

    public StatusMessage {
        Objects.requireNonNull(text);
        Objects.requireNonNull(until);
        Objects.requireNonNull(original);
        Objects.requireNonNull(published);
    }

    /** One of ours. */
    public StatusMessage(String text, Optional<Instant> until) {
        this(text, until, Optional.empty(), Optional.empty());
    }

    /** What somebody looking at it sees of it. */
    boolean looksLike(StatusMessage other) {
        return text.equals(other.text) && until.equals(other.until);
    }
}
