package app.ampel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ampel.adapter.os.files.Folders;
import app.ampel.demo.SpeedClock;
import app.ampel.service.engine.ClockTimeline;
import app.ampel.service.engine.Moment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether it is the demo is said, and inferred from nothing else. */
class EnvironmentTest {

    private static final double SPEED = 60;

    @TempDir
    private Path folder;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    private Folders folders() {
        return new Folders(folder.resolve("home"), folder.resolve("machine.json"), List.of());
    }

    private Environment with(Clock clock, double speed, Environment.Mode mode) {
        return new Environment(folders(), clock, speed, () -> ZoneOffset.UTC, mode);
    }

    @Test
    void isTheDemoWhateverItsClock() {
        assertThat(Environment.real(folders(), ZoneId::systemDefault).isDemo()).isFalse();
        assertThat(with(Clock.systemUTC(), 1, Environment.Mode.DEMO).isDemo()).isTrue();
        assertThat(with(Clock.tickMillis(ZoneOffset.UTC), 1, Environment.Mode.REAL)
                        .isDemo())
                .isFalse();
    }

    /** The three clocks of a moment tell a sleep and a correction in the real thing only. */
    @Test
    void hasAComputerThatSleepsUnlessItIsTheDemo() {
        Clock stopped = Clock.fixed(Instant.parse("2026-11-20T13:05:03Z"), ZoneOffset.UTC);
        Moment demo = with(stopped, 1, Environment.Mode.DEMO).timeline(thread).moment();
        Moment later = with(stopped, 1, Environment.Mode.DEMO).timeline(thread).moment();
        assertThat(demo).as("nothing moves but the day that is made up").isEqualTo(later);
        ClockTimeline real = with(stopped, 1, Environment.Mode.REAL).timeline(thread);
        assertThat(real.now()).isEqualTo(stopped.instant());
        assertThat(real.moment()).as("how long this computer has been up").isNotEqualTo(demo);
    }

    @Test
    void hasADayThatTakesADayUnlessItIsTheDemo() {
        SpeedClock day = SpeedClock.todayAt(LocalTime.NOON, ZoneOffset.UTC, SPEED);
        assertThat(with(day, day.speed(), Environment.Mode.DEMO).speed()).isEqualTo(SPEED);
        assertThatThrownBy(() -> with(day, day.speed(), Environment.Mode.REAL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
