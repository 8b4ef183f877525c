package app.ampel.domain.people;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An organisation for tests: people by a short word, which is their id too. */
final class People {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(15);

    static final Presence AVAILABLE = Presence.of(Availability.AVAILABLE, Activity.AVAILABLE);
    static final Presence IDLE = Presence.of(Availability.AVAILABLE_IDLE, Activity.AVAILABLE);
    static final Presence INACTIVE = Presence.of(Availability.AVAILABLE_INACTIVE, Activity.INACTIVE);
    static final Presence AWAY = Presence.of(Availability.AWAY, Activity.AWAY);
    static final Presence MEETING = Presence.of(Availability.BUSY, Activity.IN_A_MEETING);
    static final Presence CALL = Presence.of(Availability.BUSY, Activity.IN_A_CALL);
    static final Presence DO_NOT_DISTURB = Presence.of(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB);
    static final Presence OFFLINE = Presence.of(Availability.OFFLINE, Activity.OFFLINE);
    static final Presence UNKNOWN = Presence.of(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN);

    private final Map<String, PresenceAt> known = new HashMap<>();

    static Presence outOfOffice(Presence presence) {
        return new Presence(
                presence.availability(),
                presence.activity(),
                true,
                presence.statusMessage(),
                presence.workLocation(),
                presence.sequenceNumber());
    }

    static Person person(String id) {
        return Person.of(id, id.toUpperCase(java.util.Locale.ROOT), id + "@example.org");
    }

    People with(String id, Presence presence) {
        known.put(id, new PresenceAt(Optional.of(presence), NOON, INTERVAL));
        return this;
    }

    Optional<PresenceAt> known(String id) {
        return Optional.ofNullable(known.get(id));
    }
}
