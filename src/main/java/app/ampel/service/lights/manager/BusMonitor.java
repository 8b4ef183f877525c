package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightSetting;
import app.ampel.domain.light.LightState;
import app.ampel.service.threads.Dispatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bus and the lights found on it: each has a {@link LightController}, or is let go. A light that was let go is not
 * taken back before its last dark has been sent, or that would come after its new colour. On the manager's thread.
 */
final class BusMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(BusMonitor.class);

    /**
     * What a look at the bus has found.
     *
     * @param programs those that are said to set the colour of a light as well, by its id
     */
    private record Scan(List<LightBus.Found> lights, Map<String, String> programs) {}

    private final LightBus bus;
    private final LightContext context;
    private final TreeMap<String, LightController> lights = new TreeMap<>();
    private final TreeMap<String, LightBus.Found> off = new TreeMap<>();
    private final Map<String, CompletableFuture<Void>> releasing = new HashMap<>();
    private final RetryTimer retry;
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean scanning;
    private boolean scanAgain;

    /** Something of the last scan could not be followed. */
    private boolean incomplete;

    /** A light was seen that could not be taken, because it was being let go. */
    private boolean missed;

    BusMonitor(LightBus bus, LightContext context) {
        this.bus = bus;
        this.context = context;
        this.retry = new RetryTimer(context.scheduler());
    }

    LightBus bus() {
        return bus;
    }

    Collection<LightController> lights() {
        return lights.values();
    }

    Optional<LightController> light(String id) {
        return Optional.ofNullable(lights.get(id));
    }

    List<LightState> states() {
        TreeMap<String, LightState> states = new TreeMap<>();
        lights.forEach((id, light) -> states.put(id, light.state()));
        off.forEach((id, found) -> states.put(id, LightStatus.off(found, context.setting(found))));
        return List.copyOf(states.values());
    }

    /** Looks at the bus, soon. Completes when that is done. */
    CompletableFuture<Void> scan() {
        CompletableFuture<Void> scanned = new CompletableFuture<>();
        waiting.add(scanned);
        if (scanning) {
            scanAgain = true;
        } else {
            startScan();
        }
        return scanned;
    }

    private void startScan() {
        List<CompletableFuture<Void>> whoWaits = waiting;
        waiting = new ArrayList<>();
        if (context.isClosing()) {
            whoWaits.forEach(it -> it.complete(null));
            return;
        }
        scanning = true;
        context.workers().execute(() -> {
            Optional<Scan> scan = scanNow();
            context.scheduler().run(() -> scanned(scan, whoWaits));
        });
    }

    /** On a worker. */
    private Optional<Scan> scanNow() {
        try {
            List<LightBus.Found> found = bus.list();
            return Optional.of(new Scan(found, programs(found)));
        } catch (RuntimeException | Error e) {
            LOG.error("Looking for lights failed", e);
            return Optional.empty();
        }
    }

    private Map<String, String> programs(List<LightBus.Found> found) {
        Map<String, String> programs = new HashMap<>();
        found.forEach(
                light -> context.programs().of(light.model()).ifPresent(program -> programs.put(light.id(), program)));
        return programs;
    }

    /** Whatever goes wrong, the next scan is possible, and comes. */
    private void scanned(Optional<Scan> scan, List<CompletableFuture<Void>> whoWaits) {
        scanning = false;
        boolean well = Dispatch.guarded("A look at the lights", () -> scan.ifPresent(this::follow));
        whoWaits.forEach(it -> it.complete(null));
        if (well && scan.isPresent() && !incomplete) {
            retry.reset();
        } else if (!context.isClosing()) {
            retry.after(RetryTimer.DEAR, this::scan);
        }
        incomplete = false;
        if (scanAgain) {
            scanAgain = false;
            startScan();
        }
    }

    private void follow(Scan scan) {
        if (context.isClosing()) {
            return;
        }
        for (LightBus.Found light : scan.lights()) {
            incomplete |= !Dispatch.guarded(light.id(), () -> follow(light, scan));
        }
        Set<String> there = scan.lights().stream().map(LightBus.Found::id).collect(Collectors.toSet());
        off.keySet().retainAll(there);
        lights.keySet().stream().filter(id -> !there.contains(id)).toList().forEach(this::release);
        context.changed();
    }

    private void follow(LightBus.Found light, Scan scan) {
        if (context.isSuspended() || context.setting(light).off()) {
            switchOff(light);
        } else if (releasing.containsKey(light.id())) {
            missed = true;
        } else if (isDoubted(light)) {
            missed = true;
            release(light.id());
        } else {
            keep(light, Optional.ofNullable(scan.programs().get(light.id())));
        }
    }

    /** No light any more, because the user takes his word back: it is made dark as the light that it was. */
    private boolean isDoubted(LightBus.Found light) {
        LightController known = lights.get(light.id());
        return known != null && light.isPossible() && !known.found().isPossible();
    }

    private void keep(LightBus.Found found, Optional<String> program) {
        off.remove(found.id());
        LightController known = lights.get(found.id());
        LightController light = known == null ? controller(found) : known;
        light.conflict(program);
        if (known == null) {
            lights.put(found.id(), light);
            light.guarded(light::start);
        } else {
            known.guarded(() -> known.apply(context.setting(found)));
            known.guarded(() -> known.update(found));
        }
    }

    private LightController controller(LightBus.Found found) {
        return new LightController(bus, found, context.wanted(), context.setting(found), context, this::scan);
    }

    /** What the user wants of single lights has changed. */
    void applySettings() {
        for (LightController light : List.copyOf(lights.values())) {
            LightSetting setting = context.setting(light.found());
            if (setting.off()) {
                switchOff(light.found());
            } else {
                light.guarded(() -> light.apply(setting));
            }
        }
        scan(); // takes back what may be on again
    }

    private void switchOff(LightBus.Found light) {
        off.put(light.id(), light);
        release(light.id());
    }

    private void release(String id) {
        LightController light = lights.remove(id);
        if (light == null) {
            return;
        }
        CompletableFuture<Void> dark = new CompletableFuture<>();
        releasing.put(id, dark);
        light.guarded(() -> light.release(() -> {
            dark.complete(null);
            context.scheduler().run(() -> released(id, dark));
        }));
    }

    private void released(String id, CompletableFuture<Void> dark) {
        releasing.remove(id, dark);
        if (missed) {
            missed = false;
            scan();
        }
    }

    /** Lets go of every light. Completes, on any thread, when all are dark, or cannot be made so. */
    CompletableFuture<Void> releaseAll() {
        lights.forEach((id, light) -> off.put(id, light.found()));
        List.copyOf(lights.keySet()).forEach(this::release);
        return CompletableFuture.allOf(releasing.values().toArray(CompletableFuture[]::new));
    }
}
