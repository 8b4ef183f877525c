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
public record DurationOption(Expiry.Kind kind, Optional<Duration> time) {

    public static final DurationOption USUAL = new DurationOption(Expiry.Kind.TIMER, Optional.empty());
    public static final DurationOption WORKING_DAY = new DurationOption(Expiry.Kind.WORKING_DAY, Optional.empty());
    public static final DurationOption UNTIL_CLEARED = new DurationOption(Expiry.Kind.CLEARED, Optional.empty());

    public DurationOption {
        Objects.requireNonNull(time);
        if (kind == Expiry.Kind.TIME) {
            throw new IllegalArgumentException("a time of day is an end already");
        }
    }

    public static DurationOption of(Duration time) {
        return new DurationOption(Expiry.Kind.TIMER, Optional.of(time));
    }

    public Expiry end(Choice choice, Instant now, StatusDefaults habits, ZoneId zone) {
        Instant workingDay = habits.workingDay().endAfter(now, zone);
        return kind == Expiry.Kind.TIMER
                ? Expiry.after(time.orElse(habits.time(choice)), now)
                : new Expiry(kind, workingDay);
    }
}
