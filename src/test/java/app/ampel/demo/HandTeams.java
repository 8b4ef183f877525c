package app.ampel.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Teams says, written down by hand. Nothing runs before the first entry. */
final class HandTeams implements Teams {

    private final TreeMap<Instant, Moment> moments = new TreeMap<>();

    HandTeams from(Instant when, ScriptedPresence session) {
        return from(when, Optional.of(session), false, WorkLocation.OFFICE);
    }

    HandTeams goneFrom(Instant when) {
        return from(when, Optional.empty(), false, WorkLocation.UNSPECIFIED);
    }

    HandTeams from(Instant when, Optional<ScriptedPresence> session, boolean outOfOffice, WorkLocation location) {
        moments.put(when, new Moment(session, when, outOfOffice, location));
        return this;
    }

    @Override
    public Moment at(Instant now) {
        Map.Entry<Instant, Moment> entry = moments.floorEntry(now);
        return entry == null
                ? new Moment(Optional.empty(), Instant.EPOCH, false, WorkLocation.UNSPECIFIED)
                : entry.getValue();
    }

    @Override
    public Optional<Instant> changeAfter(Instant now) {
        return Optional.ofNullable(moments.higherKey(now));
    }
}
