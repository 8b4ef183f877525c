package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UptimeTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path proc;

    private Instant wall = NOON;
    private long nanos;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return wall;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    private Uptime uptime() {
        return new Uptime(proc, clock, () -> nanos);
    }

    @Test
    void isWhatLinuxSays() throws Exception {
        Files.writeString(proc.resolve("uptime"), "5308.25 9000.11\n");
        assertThat(uptime().get()).isEqualTo(Duration.ofMillis(5_308_250));
        Path kernel = Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(kernel.resolve("boot_id"), "0b5e-77\n");
        assertThat(uptime().boot()).contains("0b5e-77");
    }

    @Test
    void elsewhereCountsSleepAndIsNotPutBack() {
        Uptime uptime = uptime();
        wall = wall.plusSeconds(60);
        nanos += Duration.ofSeconds(10).toNanos();
        assertThat(uptime.get()).as("slept for 50 s").isEqualTo(Duration.ofSeconds(60));
        wall = wall.minusSeconds(3600);
        nanos += Duration.ofSeconds(5).toNanos();
        assertThat(uptime.get()).as("put back by an hour").isEqualTo(Duration.ofSeconds(65));
        assertThat(uptime.boot()).isEmpty();
    }

    @Test
    void goesOnWhenLinuxSaysNothingMore() throws Exception {
        Files.writeString(proc.resolve("uptime"), "100.00 1\n");
        Uptime uptime = uptime();
        uptime.get();
        Files.writeString(proc.resolve("uptime"), "nonsense");
        wall = wall.plusSeconds(7);
        nanos += Duration.ofSeconds(7).toNanos();
        assertThat(uptime.get()).isEqualTo(Duration.ofSeconds(107));
    }
}
