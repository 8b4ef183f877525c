package app.ampel.adapter.light.hid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = Long.MAX_VALUE - 100;
    private final List<Long> waited = new ArrayList<>();

    private Pace pace(long millis) {
        return new Pace(Duration.ofMillis(millis), () -> now, nanos -> {
            waited.add(nanos);
            now += nanos;
        });
    }

    @Test
    void theFirstReportIsNotHeldBack() {
        pace(250).await();
        assertThat(waited).isEmpty();
    }

    @Test
    void theNextOneWaitsForWhatIsLeftOfTheGap() {
        Pace pace = pace(250);
        pace.await();
        now += 100_000_000;
        pace.await();
        now += 300_000_000;
        pace.await();
        assertThat(waited).containsExactly(150_000_000L);
    }

    @Test
    void lightsWithoutAGapAreNotHeldBack() {
        Pace pace = pace(0);
        pace.await();
        pace.await();
        assertThat(waited).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaiting() {
        Pace pace = pace(250);
        pace.await();
        Thread.currentThread().interrupt();
        pace.await();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(waited).isEmpty();
    }
}
