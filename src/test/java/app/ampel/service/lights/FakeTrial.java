package app.ampel.service.lights;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.LightState.Hint;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.Wanted;
import app.ampel.service.lights.manager.Lights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One light that does at once what it is told, or is in the condition that the test wants. */
public final class FakeTrial implements Lights {

    public final List<LightCommand> shown = new ArrayList<>();
    public Condition condition = Condition.OK;
    public Optional<Hint> hint = Optional.empty();
    public int closed;
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
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        listener = () -> observer.accept(states());
        return () -> listener = () -> {};
    }

    @Override
    public void close(Duration atMost) {
        closed++;
    }
}
