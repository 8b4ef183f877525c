package app.ampel.domain.history;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.time.Instant;

/** Spans to test with. */
public final class Spans {

    public static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    public static final Presence IN_A_CALL = Presence.of(Availability.BUSY, Activity.IN_A_CALL);
    public static final Presence IN_A_MEETING = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
    public static final Presence AWAY = Presence.of(Availability.AWAY, Activity.AWAY);

    private Spans() {}

    /** @param from, to such as {@code 2026-11-20T09:00:00Z} */
    public static Span span(String from, String to, Presence presence) {
        return new Span(Instant.parse(from), Instant.parse(to), presence, false);
    }
}
