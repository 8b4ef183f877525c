package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedClockTest {

    private static final Instant START = Instant.parse("2026-11-20T07:55:00Z");

    /** System.nanoTime may start anywhere, below zero too. */
    private final AtomicLong nanos = new AtomicLong(-7_000_000_000L);

    private final SpeedClock clock = new SpeedClock(START, ZoneOffset.UTC, 60, nanos::get);

    private void pass(Duration real) {
        nanos.addAndGet(real.toNanos());
    }

    @Test
    void startsWhereItIsTold() {
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void runsAMinuteASecondAtSixty() {
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        pass(Duration.ofMillis(2500));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(210));
    }

    @Test
    void tellsHowLongSomethingReallyTakes() {
        pass(Duration.ofSeconds(1));
        assertThat(clock.realTimeUntil(START.plusSeconds(120))).isEqualTo(Duration.ofSeconds(1));
        assertThat(clock.realTimeUntil(START)).isZero();
        assertThat(clock.realTimeUntil(START.plusSeconds(60))).isZero();
        assertThat(clock.realTimeUntil(START.plusSeconds(60).plusNanos(1))).isPositive();
        assertThat(clock.realTimeUntil(Instant.MAX)).isPositive();
    }

    @Test
    void hasReachedTheMomentWhenThatTimeHasPassed() {
        SpeedClock odd = new SpeedClock(START, ZoneOffset.UTC, 7, nanos::get);
        Instant when = START.plusSeconds(100);
        pass(odd.realTimeUntil(when));
        assertThat(odd.instant()).isAfterOrEqualTo(when);
    }

    @Test
    void isTheSameInEveryZone() {
        pass(Duration.ofSeconds(3));
        assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(clock.instant());
    }

    @Test
    void startsTodayAtATime() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        SpeedClock today = SpeedClock.todayAt(LocalTime.of(8, 55), zone, 1);
        assertThat(LocalTime.ofInstant(today.instant(), zone)).isAfterOrEqualTo(LocalTime.of(8, 55));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void hasASpeedAboveNothing(double speed) {
        assertThatThrownBy(() -> new SpeedClock(START, ZoneOffset.UTC, speed, nanos::get))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
