package app.ampel.core;

import app.ampel.light.LightCommand;
import app.ampel.light.LightState;
import app.ampel.light.Lights;
import app.ampel.light.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the lights were told. */
final class FakeLights implements Lights {

    final List<LightCommand> told = new ArrayList<>();
    boolean closed;
    boolean paused;

    @Override
    public void show(Wanted wanted) {
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
    public boolean identify(String id) {
        return false;
    }

    @Override
    public void onChange(Runnable listener) {
        // Nothing ever changes here.
    }

    @Override
    public void close(Duration atMost) {
        closed = true;
    }

    LightCommand last() {
        return told.get(told.size() - 1);
    }
}
