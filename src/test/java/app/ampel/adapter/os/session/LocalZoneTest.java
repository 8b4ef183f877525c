package app.ampel.adapter.os.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalZoneTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final AtomicLong nanos = new AtomicLong(-7);
    private ZoneId system = BERLIN;
    private final LocalZone zone = new LocalZone(() -> system, nanos::get);

    @Test
    void followsTheSystemWithinAMinute() {
        assertThat(zone.get()).isEqualTo(BERLIN);
        system = NEW_YORK;
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(zone.get()).isEqualTo(BERLIN);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(zone.get()).isEqualTo(NEW_YORK);
    }

    @Test
    void followsAtOnceAfterASleep() {
        assertThat(zone.get()).isEqualTo(BERLIN);
        system = NEW_YORK;
        zone.askAgain();
        assertThat(zone.get()).isEqualTo(NEW_YORK);
    }

    @Test
    void whatWasGivenAtTheStartStands() {
        assertThat(LocalZone.ofThisComputer().get()).isEqualTo(ZoneId.of(System.getProperty("user.timezone")));
    }
}
