package app.ampel.service.lights.manager;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.manager.FakeBus.FakeLight;
import app.ampel.service.lights.manager.FakeBus.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six lights and ten thousand random events; whatever happened, in the end all is as it should be. */
class LightManagerStormTest {

    private static final List<Colour> COLOURS = List.of(Colour.RED, Colour.GREEN, Colour.AMBER, Colour.BLACK);

    private final CrankedClock clock = new CrankedClock();
    private final HeldWorkers workers = new HeldWorkers();
    private final FakeBus bus = new FakeBus();
    private final LightManager manager = new LightManager(List.of(bus), workers, clock, model -> Optional.empty());
    private final List<FakeLight> lights = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyLightShowsTheLastCommandWhenTheStormIsOver(long seed) {
        Random random = new Random(seed);
        manager.start();
        for (int i = 0; i < 6; i++) {
            LightModel model = i % 3 == 0 ? new FakeModel() : FakeModel.withHeart(i % 3 == 1);
            lights.add(new FakeLight("light-" + i, model));
        }
        for (int i = 0; i < 10_000; i++) {
            event(random);
            clock.advance(Duration.ofMillis(random.nextInt(400)));
        }
        workers.letGo();
        for (FakeLight light : lights) {
            light.condition = Condition.OK;
            bus.plugIn(light);
        }
        manager.pause(false);
        manager.away(false);
        manager.wake();
        manager.apply(LightSettings.NONE);
        LightCommand last = LightCommand.solid(Colour.VIOLET);
        manager.show(last);
        clock.advance(Duration.ofMinutes(2));

        assertThat(manager.states()).hasSize(6).allSatisfy(state -> {
            assertThat(state.condition()).isEqualTo(Condition.OK);
            assertThat(state.shown()).isEqualTo(last);
        });
        assertThat(lights).allSatisfy(light -> {
            assertThat(light.log.stream().filter(word -> !word.equals("beat")).reduce((a, b) -> b))
                    .contains(Colour.VIOLET.toString());
            assertThat(light.opened - light.closed).as("handles of " + light.id).isEqualTo(1);
            assertThat(light.mostAtOnce)
                    .as("handles of " + light.id + " at once")
                    .isEqualTo(1);
        });
        assertThat(clock.waiting()).as("heartbeats only").isEqualTo(4);
    }

    private void event(Random random) {
        FakeLight light = lights.get(random.nextInt(lights.size()));
        switch (random.nextInt(17)) {
            case 0, 1, 2 ->
                manager.show(new LightCommand(
                        COLOURS.get(random.nextInt(COLOURS.size())), Effect.values()[random.nextInt(4)]));
            case 3 -> bus.pullOut(light);
            case 4, 5 -> bus.plugIn(light);
            case 6 -> light.mood = Mood.REFUSING;
            case 7 -> light.mood = Mood.FINE;
            case 8 -> light.condition = random.nextBoolean() ? Condition.NO_PERMISSION : Condition.OK;
            case 9 -> manager.identify(light.id);
            case 10 -> {
                light.remembers = random.nextBoolean();
                clock.sleep(Duration.ofMinutes(random.nextInt(3)));
            }
            case 11 -> manager.apply(LightSettings.NONE.with(light.kind, setting(random)));
            case 12 -> manager.pause(random.nextInt(3) == 0);
            case 13 -> manager.away(random.nextInt(3) == 0);
            case 14 -> {
                if (random.nextBoolean()) {
                    manager.sleep();
                } else {
                    manager.wake();
                }
            }
            case 15 -> bus.replug(light);
            default -> {
                if (random.nextBoolean()) {
                    workers.hold();
                } else {
                    workers.letGo();
                }
            }
        }
    }

    private static LightSetting setting(Random random) {
        return LightSetting.DEFAULT
                .withOff(random.nextInt(3) == 0)
                .with(new Adjustment(1 + random.nextInt(100), 100, random.nextInt(101), 100))
                .with(ButtonUse.values()[random.nextInt(2)]);
    }
}
