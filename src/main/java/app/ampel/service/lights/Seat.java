package app.ampel.service.lights;

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
 * One bus and the lights found on it: each has a {@link Keeper}, or is let go. A light that was let go is not taken back
 * before its last dark has been written, or that would come after its new colour. On the desk's thread.
 */
final class Seat {

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    /** A look at the bus, with what was seen of programs that set lights. */
    private record Seen(List<LightBus.Found> there, Map<String, String> rivals) {}

    /** What a seat needs of the desk besides what its keepers need. */
    interface Table extends Surroundings {
        Wanted wanted();

        LightSetting setting(LightBus.Found light);

        /** Whether no light at all is to be kept now. */
        boolean resting();

        /** Whether nothing is to be begun any more. */
        boolean closing();

        Rivals rivals();
    }

    private final LightBus bus;
    private final Table desk;
    private final TreeMap<String, Keeper> keepers = new TreeMap<>();
    private final TreeMap<String, LightBus.Found> off = new TreeMap<>();
    private final Map<String, CompletableFuture<Void>> leaving = new HashMap<>();
    private final Backoff backoff;
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean looking;
    private boolean stumbled;
    private boolean again;

    /** A light was seen that could not be taken, because it was leaving. */
    private boolean missed;

    Seat(LightBus bus, Table desk) {
        this.bus = bus;
        this.desk = desk;
        this.backoff = new Backoff(desk.clockwork());
    }

    LightBus bus() {
        return bus;
    }

    Collection<Keeper> keepers() {
        return keepers.values();
    }

    Optional<Keeper> keeper(String id) {
        return Optional.ofNullable(keepers.get(id));
    }

    List<LightState> states() {
        TreeMap<String, LightState> states = new TreeMap<>();
        keepers.forEach((id, keeper) -> states.put(id, keeper.state()));
        off.forEach((id, found) -> states.put(id, LightState.off(found, desk.setting(found))));
        return List.copyOf(states.values());
    }

    /** Looks at the bus, soon. Completes when that is done. */
    CompletableFuture<Void> look() {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        waiting.add(looked);
        if (looking) {
            again = true;
        } else {
            begin();
        }
        return looked;
    }

    private void begin() {
        List<CompletableFuture<Void>> whoWaits = waiting;
        waiting = new ArrayList<>();
        if (desk.closing()) {
            whoWaits.forEach(it -> it.complete(null));
            return;
        }
        looking = true;
        desk.workers().execute(() -> {
            Optional<Seen> seen = lookNow();
            desk.clockwork().run(() -> looked(seen, whoWaits));
        });
    }

    private Optional<Seen> lookNow() {
        try {
            List<LightBus.Found> there = bus.list();
            return Optional.of(new Seen(there, rivals(there)));
        } catch (RuntimeException | Error e) {
            LOG.error("Looking for lights failed", e);
            return Optional.empty();
        }
    }

    private Map<String, String> rivals(List<LightBus.Found> there) {
        Map<String, String> rivals = new HashMap<>();
        there.forEach(light -> desk.rivals().of(light.model()).ifPresent(program -> rivals.put(light.id(), program)));
        return rivals;
    }

    /** Whatever goes wrong, the next look is possible, and comes. */
    private void looked(Optional<Seen> seen, List<CompletableFuture<Void>> whoWaits) {
        looking = false;
        boolean well = Dispatch.guarded("A look at the lights", () -> seen.ifPresent(this::seen));
        whoWaits.forEach(it -> it.complete(null));
        if (well && seen.isPresent() && !stumbled) {
            backoff.reset();
        } else if (!desk.closing()) {
            backoff.after(false, this::look);
        }
        stumbled = false;
        if (again) {
            again = false;
            begin();
        }
    }

    private void seen(Seen seen) {
        if (desk.closing()) {
            return;
        }
        for (LightBus.Found light : seen.there()) {
            stumbled |= !Dispatch.guarded(light.id(), () -> seen(light, seen));
        }
        Set<String> there = seen.there().stream().map(LightBus.Found::id).collect(Collectors.toSet());
        off.keySet().retainAll(there);
        keepers.keySet().stream().filter(id -> !there.contains(id)).toList().forEach(this::leave);
        desk.changed();
    }

    private void seen(LightBus.Found light, Seen seen) {
        if (desk.resting() || desk.setting(light).off()) {
            letGo(light);
        } else if (leaving.containsKey(light.id())) {
            missed = true;
        } else if (isDoubted(light)) {
            missed = true;
            leave(light.id());
        } else {
            keep(light, Optional.ofNullable(seen.rivals().get(light.id())));
        }
    }

    /** No light any more, because the user takes his word back: it is made dark as the light that it was. */
    private boolean isDoubted(LightBus.Found light) {
        Keeper known = keepers.get(light.id());
        return known != null && light.isPossible() && !known.found().isPossible();
    }

    private void keep(LightBus.Found light, Optional<String> rival) {
        off.remove(light.id());
        Keeper known = keepers.get(light.id());
        Keeper keeper =
                known == null ? new Keeper(bus, light, desk.wanted(), desk.setting(light), desk, this::look) : known;
        keeper.rival(rival);
        if (known == null) {
            keepers.put(light.id(), keeper);
            keeper.guarded(keeper::start);
        } else {
            known.guarded(() -> known.use(desk.setting(light)));
            known.guarded(() -> known.update(light));
        }
    }

    /** What the user wants of single lights has changed. */
    void adjust() {
        for (Keeper keeper : List.copyOf(keepers.values())) {
            LightSetting setting = desk.setting(keeper.found());
            if (setting.off()) {
                letGo(keeper.found());
            } else {
                keeper.guarded(() -> keeper.use(setting));
            }
        }
        look(); // takes back what may be on again
    }

    private void letGo(LightBus.Found light) {
        off.put(light.id(), light);
        leave(light.id());
    }

    private void leave(String id) {
        Keeper keeper = keepers.remove(id);
        if (keeper == null) {
            return;
        }
        CompletableFuture<Void> dark = new CompletableFuture<>();
        leaving.put(id, dark);
        keeper.guarded(() -> keeper.leave(() -> {
            dark.complete(null);
            desk.clockwork().run(() -> {
                leaving.remove(id, dark);
                if (missed) {
                    missed = false;
                    look();
                }
            });
        }));
    }

    /** Lets go of every light. Completes, on any thread, when all are dark, or cannot be made so. */
    CompletableFuture<Void> letGoOfAll() {
        keepers.forEach((id, keeper) -> off.put(id, keeper.found()));
        List.copyOf(keepers.keySet()).forEach(this::leave);
        return CompletableFuture.allOf(leaving.values().toArray(CompletableFuture[]::new));
    }
}
