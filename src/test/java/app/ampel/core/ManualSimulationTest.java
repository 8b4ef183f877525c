package app.ampel.core;

import static org.assertj.core.api.Assertions.assertThat;

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
}
