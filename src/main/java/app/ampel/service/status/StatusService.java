package app.ampel.service.status;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.threads.Mailbox;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sets a status by hand for the faces that one clicks on. How the next one is to be set is said in one of them and holds
 * in all. Any thread; what a method returns is settled as its intent says.
 */
public final class StatusService {

    private final Engine engine;
    private final Supplier<StatusDefaults> habits;
    private final Supplier<Instant> now;
    private final Supplier<ZoneId> zone;
    private final AtomicReference<NextStatus> next = new AtomicReference<>(NextStatus.USUAL);
    private final List<Mailbox<NextStatus>> observers = new CopyOnWriteArrayList<>();

    /**
     * @param habits by the settings
     * @param now what the core's clock says
     * @param zone in which times are meant
     */
    public StatusService(Engine engine, Supplier<StatusDefaults> habits, Supplier<Instant> now, Supplier<ZoneId> zone) {
        this.engine = engine;
        this.habits = habits;
        this.now = now;
        this.zone = zone;
    }

    /** How the next status is to be set. */
    public NextStatus next() {
        return next.get();
    }

    /**
     * Calls {@code observer} on {@code thread} after changes of {@link #next}.
     *
     * @return ends the watch; never blocks
     */
    public Runnable watch(Consumer<NextStatus> observer, Executor thread) {
        Mailbox<NextStatus> box = new Mailbox<>(thread, observer);
        observers.add(box);
        return () -> {
            box.close();
            observers.remove(box);
        };
    }

    /** @param note to colleagues; nobody reads it when it is on the lights only */
    public CompletableFuture<Snapshot> set(Choice choice, Optional<String> note) {
        return engine.tell(new Intent.SetManual(request(choice, note)));
    }

    /** Sets it, or takes it back when it is what is set. */
    public CompletableFuture<Snapshot> toggle(Choice choice, Optional<String> note) {
        return engine.tell(new Intent.ToggleManual(request(choice, note)));
    }

    /** How long the next status lasts; what is set now ends by the new time, too. */
    public CompletableFuture<Snapshot> last(DurationOption lasting) {
        change(before -> before.lasting(lasting));
        return engine.tell(new Intent.EndManual(lasting));
    }

    /** Whether Teams is told of the next status. */
    public void lightOnly(boolean only) {
        change(before -> before.lightOnly(only));
    }

    private void change(UnaryOperator<NextStatus> how) {
        NextStatus latest = next.updateAndGet(how);
        observers.forEach(observer -> observer.put(latest));
    }

    private StatusRequest request(Choice choice, Optional<String> note) {
        NextStatus wanted = next();
        return new StatusRequest(
                choice,
                wanted.lasting().end(choice, now.get(), habits.get(), zone.get()),
                wanted.lightOnly() ? Optional.empty() : note,
                wanted.lightOnly(),
                false);
    }
}
