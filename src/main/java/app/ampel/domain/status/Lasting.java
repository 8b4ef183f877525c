package app.ampel.domain.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a status is to last, before it is known which and when.
 *
 * @param kind timer, working day or until cleared
 * @param time of a timer; empty: as long as is usual for the choice
 */
public record Lasting(End.Kind kind, Optional<Duration> time) {

    public static final Lasting USUAL = new Lasting(End.Kind.TIMER, Optional.empty());
    public static final Lasting WORKING_DAY = new Lasting(End.Kind.WORKING_DAY, Optional.empty());
    public static final Lasting UNTIL_CLEARED = new Lasting(End.Kind.CLEARED, Optional.empty());

    public Lasting {
        Objects.requireNonNull(time);
        if (kind == End.Kind.TIME) {
            throw new IllegalArgumentException("a time of day is an end already");
        }
    }

    public static Lasting of(Duration time) {
        return new Lasting(End.Kind.TIMER, Optional.of(time));
    }

    public End end(Choice choice, Instant now, Habits habits, ZoneId zone) {
        Instant workingDay = habits.workingDay().endAfter(now, zone);
        return kind == End.Kind.TIMER ? End.after(time.orElse(habits.time(choice)), now) : new End(kind, workingDay);
    }
}
