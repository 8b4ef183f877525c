package app.ampel.domain.people;

import app.ampel.domain.status.WorkingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody is to be told once, when one of these people is free; then it is done.
 *
 * @param ids object ids, nobody twice; ids only, as it is kept on disk
 * @param until when it ends by itself
 */
public record PresenceWait(List<String> ids, Instant until) {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(24);

    public PresenceWait {
        ids = List.copyOf(ids);
        Objects.requireNonNull(until);
        ids.forEach(Limits::id);
        Limits.atMost("people to wait for", ids, PresenceWaits.MOST, id -> id);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("waiting for nobody");
        }
    }

    /** After so long, a minute to a day; where nothing is said, when the working day ends. */
    public static Instant end(Optional<Duration> atMost, Instant now, WorkingDay day, ZoneId zone) {
        if (atMost.isEmpty()) {
            return day.endAfter(now, zone);
        }
        Duration time = atMost.get();
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("waiting from a minute to a day");
        }
        return now.plus(time);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
