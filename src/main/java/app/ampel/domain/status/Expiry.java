package app.ampel.domain.status;

import app.ampel.domain.naming.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a status ends, and what was meant by it.
 *
 * @param at the moment, by the wall's clock as it now reads
 */
public record Expiry(Kind kind, Instant at) {

    /** What was meant; words as in {@code status --json}. */
    public enum Kind implements WireName {
        /** So long from when it was said: a clock that is put right moves it. */
        TIMER,
        /** When the clock on the wall shows a time. */
        TIME,
        WORKING_DAY,
        /** Until it is cleared; for those who forget, with the working day, and with a long sleep. */
        CLEARED
    }

    public Expiry {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(at);
    }

    public static Expiry after(Duration time, Instant now) {
        return new Expiry(Kind.TIMER, now.plus(time));
    }

    public static Expiry at(Instant time) {
        return new Expiry(Kind.TIME, time);
    }

    Expiry later(Duration by) {
        return new Expiry(kind, at.plus(by));
    }

    /** The clock was put right by so much. */
    Expiry corrected(Duration by) {
        return kind == Kind.TIMER ? later(by) : this;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(at);
    }
}
