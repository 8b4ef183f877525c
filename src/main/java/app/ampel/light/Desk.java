package app.ampel.light;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every attached light at what is to be shown, whenever it appears. What is known about the lights lives on one
 * thread; whatever may block runs on workers, at most one at a time for each light and each bus. At rest nothing runs
 * but the heartbeats of lights that need them.
 */
public final class Desk implements Lights {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Executor workers;
    private final Clockwork clockwork;
    private final List<Seat> seats;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile List<LightState> states = List.of();

    private LightCommand wanted = LightCommand.OFF;
    private List<LightState> letGo = List.of();
    private boolean paused;
    private int leaving;
    private boolean closing;

    /** @param workers runs what may block; enough threads for every light to hang at once */
    public Desk(List<LightBus> buses, Executor workers, Clockwork clockwork) {
        this.workers = workers;
        this.clockwork = clockwork;
        this.seats = buses.stream().map(Seat::new).toList();
    }

    /** A desk on real threads, all of them daemons, that end when there is nothing to do. */
    public static Desk onThreads(List<LightBus> buses) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 15, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread made = new Thread(task, "ampel-light-" + number.incrementAndGet());
                    made.setDaemon(true);
                    return made;
                });
        return new Desk(buses, workers, new DeskThread());
    }

    /** Looks for lights from now on. */
    public void start() {
        for (Seat seat : seats) {
            seat.bus.watch(() -> clockwork.run(seat::look));
            clockwork.run(seat::look);
        }
    }

    @Override
    public void show(LightCommand command) {
        clockwork.run(() -> {
            wanted = command;
            keepers().forEach(keeper -> keeper.show(command));
        });
    }

    @Override
    public void pause(boolean isPaused) {
        clockwork.run(() -> {
            if (paused != isPaused && !closing) {
                paused = isPaused;
                if (isPaused) {
                    letGoOfAll();
                } else {
                    takeBack();
                }
            }
        });
    }

    private void letGoOfAll() {
        letGo = keepers().stream().map(keeper -> keeper.state().off()).toList();
        for (Keeper keeper : keepers()) {
            leaving++;
            keeper.leave(() -> {
                leaving--;
                takeBack();
            });
        }
        seats.forEach(seat -> seat.keepers.clear());
        publish();
    }

    /** Not before all have been let go: the last dark of a light must not come after its new colour. */
    private void takeBack() {
        if (!paused && leaving == 0) {
            letGo = List.of();
            seats.forEach(Seat::look);
        }
    }

    /** The computer has slept: looks for the lights and tells each of them everything again. */
    public void wake() {
        clockwork.run(() -> {
            keepers().forEach(Keeper::wake);
            seats.forEach(Seat::look);
        });
    }

    /** A bus has lights that it had not, or the other way round. */
    public void lookAgain() {
        clockwork.run(() -> seats.forEach(Seat::look));
    }

    @Override
    public List<LightState> states() {
        return states;
    }

    @Override
    public boolean identify(String id) {
        boolean reachable = states.stream()
                .anyMatch(light -> light.id().equals(id) && light.condition() == LightState.Condition.OK);
        if (reachable) {
            clockwork.run(() -> seats.stream()
                    .filter(seat -> seat.keepers.containsKey(id))
                    .forEach(seat -> seat.keepers.get(id).identify()));
        }
        return reachable;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close(Duration atMost) {
        if (closed.getAndSet(true)) {
            return;
        }
        CompletableFuture<Void> dark = new CompletableFuture<>();
        clockwork.run(() -> leaveAll(dark));
        try {
            dark.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Not every light could be switched off in {}", atMost);
        } catch (ExecutionException e) {
            LOG.error("Switching the lights off failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seats.forEach(seat -> seat.bus.close());
        clockwork.close();
    }

    private void leaveAll(CompletableFuture<Void> dark) {
        closing = true;
        List<CompletableFuture<Void>> each = new ArrayList<>();
        for (Keeper keeper : keepers()) {
            CompletableFuture<Void> left = new CompletableFuture<>();
            each.add(left);
            keeper.leave(() -> left.complete(null));
        }
        CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenRun(() -> dark.complete(null));
    }

    private List<Keeper> keepers() {
        return seats.stream().flatMap(seat -> seat.keepers.values().stream()).toList();
    }

    private void publish() {
        List<LightState> now =
                paused ? letGo : keepers().stream().map(Keeper::state).toList();
        if (now.equals(states)) {
            return;
        }
        states = now;
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener of the desk failed", e);
            }
        }
    }

    /** One bus and the lights found on it. */
    private final class Seat implements Keeper.Surroundings {

        private final LightBus bus;
        private final TreeMap<String, Keeper> keepers = new TreeMap<>();
        private boolean looking;
        private boolean again;

        Seat(LightBus bus) {
            this.bus = bus;
        }

        void look() {
            if (closing || paused || leaving > 0) {
                return;
            }
            if (looking) {
                again = true;
                return;
            }
            looking = true;
            workers.execute(() -> {
                try {
                    List<LightBus.Found> there = bus.list();
                    clockwork.run(() -> seen(there));
                } catch (RuntimeException | Error e) {
                    LOG.error("Looking for lights failed", e);
                    clockwork.run(this::looked);
                }
            });
        }

        private void seen(List<LightBus.Found> there) {
            if (!closing && !paused && leaving == 0) {
                for (LightBus.Found found : there) {
                    Keeper known = keepers.get(found.id());
                    if (known == null) {
                        Keeper keeper = new Keeper(bus, found, wanted, this);
                        keepers.put(found.id(), keeper);
                        keeper.start();
                    } else {
                        known.update(found);
                    }
                }
                List<String> ids = there.stream().map(LightBus.Found::id).toList();
                keepers.entrySet().removeIf(entry -> {
                    boolean left = !ids.contains(entry.getKey());
                    if (left) {
                        entry.getValue().leave(() -> {});
                    }
                    return left;
                });
                publish();
            }
            looked();
        }

        private void looked() {
            looking = false;
            if (again) {
                again = false;
                look();
            }
        }

        @Override
        public Clockwork clockwork() {
            return clockwork;
        }

        @Override
        public Executor workers() {
            return workers;
        }

        @Override
        public void changed() {
            publish();
        }

        @Override
        public void lookAgain() {
            look();
        }
    }
}
