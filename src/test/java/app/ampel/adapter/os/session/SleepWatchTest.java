package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SleepWatchTest {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private long nanos;
    private boolean offline;
    private Set<String> addresses = Set.of("eth0/10.0.0.1");
    private int woke;

    private final Clock wall = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };

    private final SleepWatch watch = new SleepWatch(wall, () -> nanos, () -> offline, () -> addresses, () -> woke++);

    @AfterEach
    void close() {
        watch.close();
    }

    private void look(Duration wallPassed, Duration awake) {
        now = now.plus(wallPassed);
        nanos += awake.toNanos();
        watch.check();
    }

    @Test
    void anOrdinaryTickIsNoSleep() {
        look(Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(woke).isZero();
    }

    @Test
    void aWallClockThatMovedOnFurtherMeansThatTheComputerSlept() {
        look(Duration.ofHours(8), Duration.ofSeconds(10));
        assertThat(woke).isEqualTo(1);
        look(Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(woke).isEqualTo(1);
    }

    @Test
    void aBusyComputerThatTicksLateHasNotSlept() {
        look(Duration.ofMinutes(5), Duration.ofMinutes(5));
        assertThat(woke).isZero();
    }

    @Test
    void newAddressesWhileOfflineMeanThatTheNetworkIsBack() {
        offline = true;
        addresses = Set.of();
        look(Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(woke).isZero();
        addresses = Set.of("wlan0/192.168.1.7");
        look(Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(woke).isEqualTo(1);
    }

    @Test
    void newAddressesWhileOnlineAreNobodysBusiness() {
        look(Duration.ofSeconds(10), Duration.ofSeconds(10));
        addresses = Set.of("wlan0/192.168.1.7");
        look(Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(woke).isZero();
    }
}
