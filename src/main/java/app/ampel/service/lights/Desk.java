package app.ampel.service.lights;

import app.ampel.service.threads.Dispatch;
import app.ampel.service.threads.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every attached light at what is to be shown, whenever it appears. What is known about the lights lives on one
 * thread; whatever may block runs on workers, at most one at a time for each light and each bus. At rest nothing runs
 * but the heartbeats of lights that need them.
 */
public final class Desk implements Lights {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** A sleep that was announced has come by then, or comes no more: this time does not go on while asleep. */
    private static final Duration SLEEP_COMES_WITHIN = Duration.ofSeconds(30);

    /** So long nobody touches anything and still looks at what he chose. */
    private static final Duration PREVIEW = Duration.ofSeconds(20);

    /** A moment later there may be a thread again. */
    private static final Duration BROUGHT_AGAIN = Duration.ofSeconds(1);

    /** Why all lights are dark and let go. */
    private enum Rest {
        /** The user wants another program to have them. */
        PAUSED,
        /** Somebody else sits before the screen. */
        AWAY,
        /** The computer sleeps or ends. */
        ASLEEP
    }

    private final RetryingWorkers workers;
    private final Clockwork clockwork;
    private final Rivals rivals;
    private final List<Seat> seats;
    private final List<Mailbox<List<LightState>>> observers = new ArrayList<>();
    private final List<Consumer<String>> buttons = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<Rest> rests = EnumSet.noneOf(Rest.class);
    private volatile List<LightState> states = List.of();

    private Wanted wanted = Wanted.of(LightCommand.OFF);
    private Optional<LightCommand> preview = Optional.empty();
    private Runnable noPreview = () -> {};
    private LightSettings settings = LightSettings.NONE;
    private Runnable noSleep = () -> {};
    private boolean closing;

    /** @param workers runs what may block; enough threads for every light to hang at once */
    public Desk(List<LightBus> buses, Executor workers, Clockwork clockwork, Rivals rivals) {
        this.workers = new RetryingWorkers(workers, clockwork);
        this.clockwork = clockwork;
        this.rivals = rivals;
        Table table = new Table();
        this.seats = buses.stream().map(bus -> new Seat(bus, table)).toList();
    }

    /** A desk on real threads, all of them daemons, that end when there is nothing to do. */
    public static Desk onThreads(List<LightBus> buses, Rivals rivals) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 15, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread made = new Thread(task, "ampel-light-" + number.incrementAndGet());
                    made.setDaemon(true);
                    return made;
                });
        return new Desk(buses, workers, new DeskThread(), rivals);
    }

    /** Looks for lights from now on. */
    public void start() {
        for (Seat seat : seats) {
            seat.bus().watch(() -> clockwork.run(seat::look));
            clockwork.run(seat::look);
        }
    }

    @Override
    public void show(Wanted now) {
        clockwork.run(() -> {
            wanted = now;
            tellAll();
        });
    }

    /**
     * Shows {@code command} on every light in place of what is wanted, for as long as somebody chooses a colour; that
     * ends by itself. Any thread.
     */
    public void preview(LightCommand command) {
        clockwork.run(() -> {
            noPreview.run();
            noPreview = clockwork.after(PREVIEW, this::endPreviewNow);
            preview = Optional.of(command);
            tellAll();
        });
    }

    /** Ends a preview, if there is one. Any thread. */
    public void endPreview() {
        clockwork.run(() -> {
            noPreview.run();
            endPreviewNow();
        });
    }

    private void endPreviewNow() {
        preview = Optional.empty();
        tellAll();
    }

    private Wanted wantedNow() {
        return preview.map(Wanted::of).orElse(wanted);
    }

    private void tellAll() {
        keepers().forEach(keeper -> keeper.guarded(() -> keeper.show(wantedNow())));
    }

    /** What the user wants of single lights from now on. Any thread. */
    public void use(LightSettings other) {
        clockwork.run(() -> {
            settings = other;
            seats.forEach(Seat::adjust);
            publish();
        });
    }

    @Override
    public void pause(boolean paused) {
        clockwork.run(() -> rest(Rest.PAUSED, paused));
    }

    /** Somebody else sits before the screen, or no longer: all lights are let go, or taken back. Any thread. */
    public void away(boolean isAway) {
        clockwork.run(() -> rest(Rest.AWAY, isAway));
    }

    /**
     * The computer is about to sleep or to end: lets go of all lights until {@link #wake}. Any thread.
     *
     * @return completes when all are dark, or cannot be made so
     */
    public CompletableFuture<Void> sleep() {
        CompletableFuture<Void> dark = new CompletableFuture<>();
        clockwork.run(() -> {
            noSleep.run();
            noSleep = clockwork.after(SLEEP_COMES_WITHIN, () -> rest(Rest.ASLEEP, false));
            rest(Rest.ASLEEP, true).whenComplete((done, failed) -> dark.complete(null));
        });
        return dark;
    }

    /** The computer has slept: looks for the lights and tells each of them everything again. Any thread. */
    public void wake() {
        clockwork.run(() -> {
            noSleep.run();
            rest(Rest.ASLEEP, false);
            keepers().forEach(keeper -> keeper.guarded(keeper::wake));
            seats.forEach(Seat::look);
        });
    }

    private CompletableFuture<Void> rest(Rest why, boolean begins) {
        boolean changed = begins ? rests.add(why) : rests.remove(why);
        if (closing) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> dark = begins ? letGoOfAll() : CompletableFuture.completedFuture(null);
        if (begins) {
            publish();
        } else if (changed && rests.isEmpty()) {
            seats.forEach(Seat::look);
        }
        return dark;
    }

    private CompletableFuture<Void> letGoOfAll() {
        return all(seats.stream().map(Seat::letGoOfAll).toList());
    }

    /** Looks at every bus, because one may have other lights now. Any thread. Completes when that is done. */
    public CompletableFuture<Void> look() {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        clockwork.run(() ->
                all(seats.stream().map(Seat::look).toList()).whenComplete((done, failed) -> looked.complete(null)));
        return looked;
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
            clockwork.run(() ->
                    seats.forEach(seat -> seat.keeper(id).ifPresent(keeper -> keeper.guarded(keeper::identify))));
        }
        return reachable;
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        Mailbox<List<LightState>> box = new Mailbox<>(thread, observer);
        clockwork.run(() -> {
            observers.add(box);
            box.put(states);
            bring(box);
        });
        return () -> {
            box.close();
            clockwork.run(() -> observers.remove(box));
        };
    }

    /** Where there is no thread for it just now, there is one later. */
    private void bring(Mailbox<?> box) {
        if (!box.deliver()) {
            clockwork.after(BROUGHT_AGAIN, () -> bring(box));
        }
    }

    /** Calls {@code pressed} with a light's id when its button, which has something to do, is pressed. Any thread. */
    public void onPress(Consumer<String> pressed) {
        buttons.add(pressed);
    }

    @Override
    public void close(Duration atMost) {
        if (closed.getAndSet(true)) {
            return;
        }
        CompletableFuture<Void> dark = new CompletableFuture<>();
        clockwork.run(() -> {
            closing = true;
            letGoOfAll().whenComplete((done, failed) -> dark.complete(null));
        });
        try {
            dark.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Not every light could be switched off in {}", atMost);
        } catch (ExecutionException e) {
            LOG.error("Switching the lights off failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seats.forEach(seat -> Dispatch.guarded("Closing a bus", seat.bus()::close));
        clockwork.close();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> each) {
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    }

    private List<Keeper> keepers() {
        return seats.stream().flatMap(seat -> seat.keepers().stream()).toList();
    }

    private void publish() {
        List<LightState> now = new ArrayList<>();
        seats.forEach(seat -> now.addAll(seat.states()));
        if (!now.equals(states)) {
            states = List.copyOf(now);
            for (Mailbox<List<LightState>> observer : observers) {
                observer.put(states);
                bring(observer);
            }
        }
    }

    /** What the seats see of the desk. */
    private final class Table implements Seat.Table {

        @Override
        public Clockwork clockwork() {
            return clockwork;
        }

        @Override
        public RetryingWorkers workers() {
            return workers;
        }

        @Override
        public Wanted wanted() {
            return wantedNow();
        }

        @Override
        public LightSetting setting(LightBus.Found light) {
            return settings.of(light.kind());
        }

        @Override
        public boolean resting() {
            return !rests.isEmpty();
        }

        @Override
        public boolean closing() {
            return closing;
        }

        @Override
        public Rivals rivals() {
            return rivals;
        }

        @Override
        public void changed() {
            publish();
        }

        @Override
        public void pressed(String id) {
            buttons.forEach(button -> Dispatch.guarded("A press of a button", () -> button.accept(id)));
        }
    }
}
