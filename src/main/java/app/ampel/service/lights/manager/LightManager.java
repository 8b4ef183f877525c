package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.Wanted;
import app.ampel.service.lights.manager.LightContext.Suspension;
import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
public final class LightManager implements Lights, ManagedLights {

    private static final Logger LOG = LoggerFactory.getLogger(LightManager.class);

    /** A sleep that was announced has come by then, or comes no more: this time does not go on while asleep. */
    private static final Duration SLEEP_COMES_WITHIN = Duration.ofSeconds(30);

    /** So long nobody touches anything and still looks at what he chose. */
    private static final Duration PREVIEW = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final LightContext context;
    private final PublishedStates published;
    private final List<BusMonitor> monitors;
    private final List<Consumer<String>> buttons = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Runnable cancelPreviewEnd = () -> {};
    private Runnable cancelSleepEnd = () -> {};

    /** @param workers runs what may block; enough threads for every light to hang at once */
    public LightManager(List<LightBus> buses, Executor workers, Scheduler scheduler, ConflictingPrograms programs) {
        this.scheduler = scheduler;
        this.context = new LightContext(scheduler, workers, programs, this::publish, this::pressed);
        this.published = new PublishedStates(scheduler);
        this.monitors = buses.stream().map(bus -> new BusMonitor(bus, context)).toList();
    }

    /** One on real threads, all of them daemons, that end when there is nothing to do. */
    public static LightManager onThreads(List<LightBus> buses, ConflictingPrograms programs) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                15,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> Daemons.thread("ampel-light-" + number.incrementAndGet(), task));
        return new LightManager(buses, workers, new SchedulerThread(), programs);
    }

    /** Looks for lights from now on. */
    public void start() {
        for (BusMonitor monitor : monitors) {
            monitor.bus().watch(() -> scheduler.run(monitor::scan));
            scheduler.run(monitor::scan);
        }
    }

    @Override
    public void show(Wanted now) {
        scheduler.run(() -> {
            context.want(now);
            showAll();
        });
    }

    /**
     * Shows {@code command} on every light in place of what is wanted, for as long as somebody chooses a colour; that
     * ends by itself. Any thread.
     */
    @Override
    public void preview(LightCommand command) {
        scheduler.run(() -> {
            cancelPreviewEnd.run();
            cancelPreviewEnd = scheduler.after(PREVIEW, () -> showPreview(Optional.empty()));
            showPreview(Optional.of(command));
        });
    }

    /** Ends a preview, if there is one. Any thread. */
    @Override
    public void endPreview() {
        scheduler.run(() -> {
            cancelPreviewEnd.run();
            showPreview(Optional.empty());
        });
    }

    private void showPreview(Optional<LightCommand> command) {
        context.preview(command);
        showAll();
    }

    private void showAll() {
        forEachLight(light -> light.show(context.wanted()));
    }

    /** What the user wants of single lights from now on. Any thread. */
    public void apply(LightSettings settings) {
        scheduler.run(() -> {
            context.apply(settings);
            monitors.forEach(BusMonitor::applySettings);
            publish();
        });
    }

    @Override
    public void pause(boolean paused) {
        scheduler.run(() -> suspend(Suspension.PAUSED, paused));
    }

    /** Somebody else sits before the screen, or no longer: all lights are let go, or taken back. Any thread. */
    public void away(boolean isAway) {
        scheduler.run(() -> suspend(Suspension.AWAY, isAway));
    }

    /**
     * The computer is about to sleep or to end: lets go of all lights until {@link #wake}. Any thread.
     *
     * @return completes when all are dark, or cannot be made so
     */
    public CompletableFuture<Void> sleep() {
        CompletableFuture<Void> dark = new CompletableFuture<>();
        scheduler.run(() -> {
            cancelSleepEnd.run();
            cancelSleepEnd = scheduler.after(SLEEP_COMES_WITHIN, () -> suspend(Suspension.ASLEEP, false));
            suspend(Suspension.ASLEEP, true).whenComplete((done, failed) -> dark.complete(null));
        });
        return dark;
    }

    /** The computer has slept: looks for the lights and tells each of them everything again. Any thread. */
    public void wake() {
        scheduler.run(() -> {
            cancelSleepEnd.run();
            suspend(Suspension.ASLEEP, false);
            forEachLight(LightController::wake);
            monitors.forEach(BusMonitor::scan);
        });
    }

    private CompletableFuture<Void> suspend(Suspension why, boolean begins) {
        boolean changed = context.suspend(why, begins);
        if (context.isClosing()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> dark = begins ? releaseAll() : CompletableFuture.completedFuture(null);
        if (begins) {
            publish();
        } else if (changed && !context.isSuspended()) {
            monitors.forEach(BusMonitor::scan);
        }
        return dark;
    }

    private CompletableFuture<Void> releaseAll() {
        return all(monitors.stream().map(BusMonitor::releaseAll).toList());
    }

    /** Looks at every bus, because one may have other lights now. Any thread. Completes when that is done. */
    public CompletableFuture<Void> scan() {
        CompletableFuture<Void> scanned = new CompletableFuture<>();
        scheduler.run(() -> all(monitors.stream().map(BusMonitor::scan).toList())
                .whenComplete((done, failed) -> scanned.complete(null)));
        return scanned;
    }

    @Override
    public List<LightState> states() {
        return published.states();
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        return published.watch(observer, thread);
    }

    private void publish() {
        published.publish(
                monitors.stream().flatMap(monitor -> monitor.states().stream()).toList());
    }

    @Override
    public boolean identify(String id) {
        boolean reachable = states().stream()
                .anyMatch(light -> light.id().equals(id) && light.condition() == LightState.Condition.OK);
        if (reachable) {
            scheduler.run(() ->
                    monitors.forEach(monitor -> monitor.light(id).ifPresent(light -> light.guarded(light::identify))));
        }
        return reachable;
    }

    /** Calls {@code pressed} with a light's id when its button, which has something to do, is pressed. Any thread. */
    public void onPress(Consumer<String> pressed) {
        buttons.add(pressed);
    }

    private void pressed(String id) {
        buttons.forEach(button -> Dispatch.guarded("A press of a button", () -> button.accept(id)));
    }

    @Override
    public void close(Duration atMost) {
        if (closed.getAndSet(true)) {
            return;
        }
        CompletableFuture<Void> dark = new CompletableFuture<>();
        scheduler.run(() -> {
            context.close();
            releaseAll().whenComplete((done, failed) -> dark.complete(null));
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
        monitors.forEach(monitor -> Dispatch.guarded("Closing a bus", monitor.bus()::close));
        scheduler.close();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> each) {
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    }

    private void forEachLight(Consumer<LightController> order) {
        List<LightController> lights =
                monitors.stream().flatMap(monitor -> monitor.lights().stream()).toList();
        lights.forEach(light -> light.guarded(() -> order.accept(light)));
    }
}
