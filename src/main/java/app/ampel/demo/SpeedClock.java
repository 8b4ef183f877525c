package app.ampel.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * A clock that starts where it is told and runs a number of times as fast as real time. It never goes back, whatever
 * happens to the computer's clock. Thread-safe.
 */
public final class SpeedClock extends Clock {

    private final Instant start;
    private final ZoneId zone;
    private final double speed;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param speed how many times as fast as real time, more than 0
     * @param nanos as {@link System#nanoTime}
     */
    public SpeedClock(Instant start, ZoneId zone, double speed, LongSupplier nanos) {
        this(start, zone, speed, nanos, nanos.getAsLong());
    }

    private SpeedClock(Instant start, ZoneId zone, double speed, LongSupplier nanos, long startNanos) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("a speed is more than 0: " + speed);
        }
        this.start = Objects.requireNonNull(start);
        this.zone = Objects.requireNonNull(zone);
        this.speed = speed;
        this.nanos = nanos;
        this.startNanos = startNanos;
    }

    /** A clock that reads {@code time} of today now. */
    public static SpeedClock todayAt(LocalTime time, ZoneId zone, double speed) {
        Instant start = LocalDate.now(zone).atTime(time).atZone(zone).toInstant();
        return new SpeedClock(start, zone, speed, System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) ((nanos.getAsLong() - startNanos) * speed));
    }

    /** How long it really takes until this clock reads {@code when}, rounded up; zero when that has passed. */
    public Duration realTimeUntil(Instant when) {
        Duration left = Duration.between(instant(), when);
        if (left.isNegative() || left.isZero()) {
            return Duration.ZERO;
        }
        double seconds = (left.getSeconds() + left.getNano() / 1e9) / speed;
        return Duration.ofNanos((long) Math.ceil(Math.min(seconds * 1e9, Long.MAX_VALUE / 2.0)));
    }

    public double speed() {
        return speed;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SpeedClock(start, other, speed, nanos, startNanos);
    }
}
