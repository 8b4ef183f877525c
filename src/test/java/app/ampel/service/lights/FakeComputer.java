package app.ampel.service.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.domain.light.SerialPort;
import app.ampel.domain.light.UdevOutcome;
import app.ampel.service.lights.manager.LightBus;
import app.ampel.service.lights.manager.Lights;
import app.ampel.service.lights.manager.ManagedLights;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A computer with lights and serial ports as the test wants them, which notes what is wanted of it. */
public final class FakeComputer implements ManagedLights, LightBuses, SerialPortFinder {

    public final List<LightBus.Found> found = new CopyOnWriteArrayList<>();
    public final List<SerialPort> ports = new CopyOnWriteArrayList<>();
    public final List<String> identified = new CopyOnWriteArrayList<>();
    public final List<LightSettings> used = new CopyOnWriteArrayList<>();
    public final List<AddedLight> tried = new CopyOnWriteArrayList<>();
    public final List<String> rules = new CopyOnWriteArrayList<>();
    public volatile Supplier<List<LightState>> states = List::of;
    public volatile Supplier<CompletableFuture<Void>> look = () -> CompletableFuture.completedFuture(null);
    public volatile Optional<LightCommand> preview = Optional.empty();
    public volatile boolean reachable = true;
    public volatile boolean slow;
    public volatile UdevOutcome installed = UdevOutcome.DONE;

    /** What every trial tries. */
    public final FakeTrial trial = new FakeTrial();

    /** What else the program does. */
    public final Worker worker = new Worker();

    /** Work is done at once, or when the test says so. */
    public static final class Worker implements Executor {

        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean held;

        /** From now on nothing is done. */
        public void hold() {
            held = true;
        }

        /** What had to wait is done, and from now on everything at once. */
        public void release() {
            held = false;
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }

        public int waiting() {
            return waiting.size();
        }

        @Override
        public void execute(Runnable work) {
            if (held) {
                waiting.add(work);
            } else {
                work.run();
            }
        }
    }

    /** What one can do there. */
    public LightsService service(SettingsAccess settings) {
        return service(settings, this::begin, worker);
    }

    private Lights begin(AddedLight light) {
        tried.add(light);
        return trial;
    }

    /** The same with trials of something else. */
    public LightsService service(SettingsAccess settings, LightTrials trials, Executor thread) {
        return new LightsService(new LightsPorts(this, this, this, trials, this::install, settings, thread, worker));
    }

    private UdevOutcome install(Path file, String text) {
        rules.add(text);
        return installed;
    }

    @Override
    public List<LightState> states() {
        return states.get();
    }

    @Override
    public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
        throw new UnsupportedOperationException("nothing of it is watched");
    }

    @Override
    public boolean identify(String id) {
        boolean there = states().stream().anyMatch(light -> light.id().equals(id));
        return there && reachable && identified.add(id);
    }

    @Override
    public void apply(LightSettings settings) {
        used.add(settings);
    }

    @Override
    public void preview(LightCommand command) {
        preview = Optional.of(command);
    }

    @Override
    public void endPreview() {
        preview = Optional.empty();
    }

    @Override
    public CompletableFuture<Void> scan() {
        return look.get();
    }

    @Override
    public List<LightBus.Found> attached() {
        return List.copyOf(found);
    }

    @Override
    public boolean looksSlowly() {
        return slow;
    }

    @Override
    public List<SerialPort> list() {
        return List.copyOf(ports);
    }

    /** Ports are found by their names alone. */
    @Override
    public Optional<String> idOf(String name) {
        return ports.stream()
                .filter(port -> port.name().equals(name))
                .findFirst()
                .flatMap(SerialPort::id);
    }
}
