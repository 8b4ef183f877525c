package app.ampel.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.demo.TenantBehindTheSdk;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of hours of a status set by hand, against a model of Microsoft's rules: no session outlives its author by
 * more than a lease, no running status has a gap, nothing is left after the end, renewals keep their distance, and nobody
 * is accused of what nobody did. A seed that fails names itself and stays here.
 */
class ManualSimulationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42, 365, 20261120, 8_000_000_007L})
    void whateverHappensMicrosoftHoldsWhatTheUserWants(long seed) {
        Duration judged = new ManualSimulation(seed).run(Duration.ofHours(400));
        assertThat(judged).isGreaterThan(Duration.ofHours(40));
    }

    /** Five hundred in all. */
    @ParameterizedTest
    @ValueSource(longs = {9, 99, 999, 500, 20261130})
    void whenThePlugIsPulledNothingOutlivesItsTimeAndTheNextStartGoesOnOrClears(long seed) {
        new ManualSimulation(seed).runWithKills(100);
    }

    /** Fewer hours, as each request goes through the SDK; the model is there still, and the two have to agree. */
    @ParameterizedTest
    @ValueSource(longs = {5, 20261120})
    void theDemosTenantAskedThroughTheSdkShowsTheSame(long seed) {
        ManualSimulation.TenantClock clock = new ManualSimulation.TenantClock();
        try (TenantBehindTheSdk tenant = new TenantBehindTheSdk(clock)) {
            Duration judged = new ManualSimulation(seed, clock, tenant).run(Duration.ofHours(40));
            assertThat(judged).isGreaterThan(Duration.ofHours(4));
        }
    }
}
