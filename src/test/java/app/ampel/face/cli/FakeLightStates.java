package app.ampel.face.cli;

import app.ampel.domain.light.LightState;
import app.ampel.service.lights.manager.LightStates;
import app.ampel.service.threads.Mailbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Lights that are as the test says. */
public final class FakeLightStates implements LightStates {

    private final List<Mailbox<List<LightState>>> observers = new CopyOnWriteArrayList<>();
    private volatile List<LightState> now = List.of();

    public void become(List<LightState> next) {
        now = next;
        observers.forEach(observer -> observer.put(next));
    }

    @Override
    public List<LightState> states() {
        return now;
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        Mailbox<List<LightState>> box = new Mailbox<>(thread, observer);
        observers.add(box);
        box.put(now);
        return () -> {
            box.close();
            observers.remove(box);
        };
    }
}
