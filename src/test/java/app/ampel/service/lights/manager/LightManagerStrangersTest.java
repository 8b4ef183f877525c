package app.ampel.service.lights.manager;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.manager.FakeBus.FakeLight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A light that is named and not spoken to. */
class LightManagerStrangersTest {

    private final CrankedClock clock = new CrankedClock();
    private final FakeBus bus = new FakeBus();
    private final LightManager manager =
            new LightManager(List.of(bus), Runnable::run, clock, model -> Optional.empty());

    @Test
    void isListedAndNeitherOpenedNorAskedAgain() {
        manager.start();
        FakeLight stranger = new FakeLight("unknown:1", new FakeModel());
        stranger.condition = Condition.UNKNOWN_MODEL;
        bus.plugIn(stranger);
        manager.show(LightCommand.solid(Colour.RED));
        clock.settle();
        int looked = bus.looked;
        clock.advance(Duration.ofMinutes(10));
        assertThat(manager.states()).singleElement().satisfies(state -> {
            assertThat(state.condition()).isEqualTo(Condition.UNKNOWN_MODEL);
            assertThat(state.condition().word()).isEqualTo("unknown-model");
            assertThat(state.shown()).isEqualTo(LightCommand.OFF);
        });
        assertThat(manager.identify("unknown:1")).isFalse();
        bus.pullOut(stranger);
        clock.settle();
        assertThat(manager.states()).isEmpty();
        assertThat(stranger.opened).isZero();
        assertThat(stranger.log).isEmpty();
        assertThat(bus.looked).isEqualTo(looked + 1);
    }
}
