package app.ampel.service.lights;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.service.lights.FakeBus.FakeLight;
import app.ampel.service.lights.LightState.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A light that is named and not spoken to. */
class DeskStrangersTest {

    private final CrankedClock clock = new CrankedClock();
    private final FakeBus bus = new FakeBus();
    private final Desk desk = new Desk(List.of(bus), Runnable::run, clock, model -> Optional.empty());

    @Test
    void isListedAndNeitherOpenedNorAskedAgain() {
        desk.start();
        FakeLight stranger = new FakeLight("unknown:1", new FakeModel());
        stranger.condition = Condition.UNKNOWN_MODEL;
        bus.plugIn(stranger);
        desk.show(LightCommand.solid(Colour.RED));
        clock.settle();
        int looked = bus.looked;
        clock.advance(Duration.ofMinutes(10));
        assertThat(desk.states()).singleElement().satisfies(state -> {
            assertThat(state.condition()).isEqualTo(Condition.UNKNOWN_MODEL);
            assertThat(state.condition().word()).isEqualTo("unknown-model");
            assertThat(state.shown()).isEqualTo(LightCommand.OFF);
        });
        assertThat(desk.identify("unknown:1")).isFalse();
        bus.pullOut(stranger);
        clock.settle();
        assertThat(desk.states()).isEmpty();
        assertThat(stranger.opened).isZero();
        assertThat(stranger.log).isEmpty();
        assertThat(bus.looked).isEqualTo(looked + 1);
    }
}
