package app.ampel.domain.history;

import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The user's presence from a moment up to another, in whole seconds. Of a presence, notes and places are not kept.
 *
 * @param lightOnly a status set by hand that Teams was not told of, as the user set it
 */
public record Span(Instant from, Instant to, Presence presence, boolean lightOnly) {

    public Span {
        from = second(from);
        to = second(to);
        presence = plain(presence);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a span has a length");
        }
    }

    /** Empty when it would be shorter than a second. */
    public static Optional<Span> of(Instant from, Instant to, Presence presence, boolean lightOnly) {
        return second(from).isBefore(second(to))
                ? Optional.of(new Span(from, to, presence, lightOnly))
                : Optional.empty();
    }

    static Instant second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What of a presence is kept. */
    public static Presence plain(Presence presence) {
        return new Presence(
                presence.availability(),
                presence.activity(),
                presence.outOfOffice(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public PresenceKind kind() {
        return PresenceKind.of(presence);
    }

    /** The part that lies between two moments. */
    public Optional<Span> within(Instant start, Instant end) {
        return of(from.isBefore(start) ? start : from, to.isAfter(end) ? end : to, presence, lightOnly);
    }
}
