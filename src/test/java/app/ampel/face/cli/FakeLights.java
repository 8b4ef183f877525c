package app.ampel.face.cli;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.Wanted;
import app.ampel.service.lights.Lights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One light that does at once what it is told, or is in the condition that the test wants. */
final class FakeLights implements Lights {

    final List<LightCommand> shown = new ArrayList<>();
    Condition condition = Condition.OK;
    Optional<Hint> hint = Optional.empty();
    boolean closed;
    private Runnable listener = () -> {};

    @Override
    public void show(Wanted wanted) {
        shown.add(wanted.usual());
        listener.run();
    }

    @Override
    public void pause(boolean paused) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LightState> states() {
        LightCommand now = condition == Condition.OK && !shown.isEmpty() ? shown.get(0) : LightCommand.OFF;
        return List.of(new LightState("serial:x", "Fake", Transport.SERIAL, condition, now, hint));
    }

    @Override
    public boolean identify(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        listener = () -> observer.accept(states());
        return () -> listener = () -> {};
    }

    @Override
    public void close(Duration atMost) {
        closed = true;
    }
}
