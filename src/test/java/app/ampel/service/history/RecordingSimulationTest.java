package app.ampel.service.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks of presences, crashes, sleep and corrections of the clock. A seed that fails names itself and stays here. */
class RecordingSimulationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42, 365, 20261120, 8_000_000_007L})
    void whateverHappensNothingIsKeptTwiceOrInvented(long seed) {
        Duration known = new RecordingSimulation(seed, true, change -> {}).run(1500);
        assertThat(known).isGreaterThan(Duration.ofDays(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 99, 20261121})
    void andLittleIsLost(long seed) {
        Duration known = new RecordingSimulation(seed, false, change -> {}).run(1500);
        assertThat(known).isGreaterThan(Duration.ofDays(2));
    }
}
