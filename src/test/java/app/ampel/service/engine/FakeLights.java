package app.ampel.service.engine;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.Wanted;
import app.ampel.service.lights.manager.Lights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Keeps what the lights were told. */
final class FakeLights implements Lights {

    final List<LightCommand> told = new ArrayList<>();
    Wanted wanted;
    boolean closed;
    boolean paused;
    int watched;
    Runnable whenTold = () -> {};

    @Override
    public void show(Wanted wanted) {
        whenTold.run();
        this.wanted = wanted;
        told.add(wanted.usual());
    }

    @Override
    public void pause(boolean isPaused) {
        paused = isPaused;
    }

    @Override
    public List<LightState> states() {
        return List.of();
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        watched++;
        return () -> {};
    }

    @Override
    public void close(Duration atMost) {
        closed = true;
    }

    LightCommand last() {
        return told.get(told.size() - 1);
    }
}
