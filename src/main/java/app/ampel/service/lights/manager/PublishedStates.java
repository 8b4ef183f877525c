package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightState;
import app.ampel.service.threads.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The stream of what the lights do: keeps the newest states, and brings them to whoever watches. */
final class PublishedStates implements LightStates {

    /** A moment later there may be a thread again. */
    private static final Duration DELIVERED_AGAIN = Duration.ofSeconds(1);

    private final Scheduler scheduler;
    private final List<Mailbox<List<LightState>>> observers = new ArrayList<>();
    private volatile List<LightState> states = List.of();

    PublishedStates(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public List<LightState> states() {
        return states;
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        Mailbox<List<LightState>> box = new Mailbox<>(thread, observer);
        scheduler.run(() -> {
            observers.add(box);
            box.put(states);
            deliver(box);
        });
        return () -> {
            box.close();
            scheduler.run(() -> observers.remove(box));
        };
    }

    /** These are the states from now on. On the manager's thread. */
    void publish(List<LightState> now) {
        if (!now.equals(states)) {
            states = List.copyOf(now);
            for (Mailbox<List<LightState>> observer : observers) {
                observer.put(states);
                deliver(observer);
            }
        }
    }

    /** Where there is no thread for it just now, there is one later. */
    private void deliver(Mailbox<?> box) {
        if (!box.deliver()) {
            scheduler.after(DELIVERED_AGAIN, () -> deliver(box));
        }
    }
}
