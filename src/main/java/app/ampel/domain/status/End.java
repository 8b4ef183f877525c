package app.ampel.domain.status;

import app.ampel.domain.naming.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a status ends, and what was meant by it.
 *
 * @param at the moment, by the wall's clock as it now reads
 */
public record End(Kind kind, Instant at) {

    /** What was meant; words as in {@code status --json}. */
    public enum Kind implements Word {
        /** So long from when it was said: a clock that is put right moves it. */
        TIMER,
        /** When the clock on the wall shows a time. */
        TIME,
        WORKING_DAY,
        /** Until it is cleared; for those who forget, with the working day, and with a long sleep. */
        CLEARED
    }

    public End {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(at);
    }

    public static End after(Duration time, Instant now) {
        return new End(Kind.TIMER, now.plus(time));
    }

    public static End at(Instant time) {
        return new End(Kind.TIME, time);
    }

    End later(Duration by) {
        return new End(kind, at.plus(by));
    }

    /** The clock was put right by so much. */
    End corrected(Duration by) {
        return kind == Kind.TIMER ? later(by) : this;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(at);
    }
}
