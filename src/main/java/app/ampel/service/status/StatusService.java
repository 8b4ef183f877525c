package app.ampel.service.status;

import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.domain.status.StatusRequest;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.threads.Mailbox;
import java.time.Duration;
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
 * Everything that a user does about the status set by hand, whichever face it is said through. How the next one is to be set
 * is said in one of those that one clicks on and holds in all of them; a command says it for itself. Any thread; what a
 * method returns is settled as its intent says.
 */
public final class StatusService {

    /** By how much one click extends what is set. */
    public static final Duration STEP = Duration.ofMinutes(15);

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

    /** What the core's clock says now, not at the last event; the demo's runs faster than the wall's. */
    public Instant now() {
        return now.get();
    }

    /** How a status is set by hand, by the settings. */
    public StatusDefaults habits() {
        return habits.get();
    }

    /** Whether something is set. */
    public boolean isSet() {
        return engine.snapshot().manual().isPresent();
    }

    /**
     * As the next one is to be set.
     *
     * @param note to colleagues; nobody reads it when it is on the lights only
     */
    public CompletableFuture<Snapshot> set(Choice choice, Optional<String> note) {
        return set(request(choice, note));
    }

    /** As {@code wanted} says, whatever is said for the next one. */
    public CompletableFuture<Snapshot> set(StatusRequest wanted) {
        return engine.submit(new Intent.SetManual(wanted));
    }

    /** Sets it as the next one is to be set, or takes it back when it is what is set. */
    public CompletableFuture<Snapshot> toggle(Choice choice, Optional<String> note) {
        return toggle(request(choice, note));
    }

    /** Sets it as {@code wanted} says, or takes it back when it is what is set. */
    public CompletableFuture<Snapshot> toggle(StatusRequest wanted) {
        return engine.submit(new Intent.ToggleManual(wanted));
    }

    /** How long the next status lasts; what is set now ends by the new time, too. */
    public CompletableFuture<Snapshot> last(DurationOption lasting) {
        change(before -> before.lasting(lasting));
        return engine.submit(new Intent.EndManual(lasting));
    }

    /** Whether Teams is told of the next status. */
    public void lightOnly(boolean only) {
        change(before -> before.lightOnly(only));
    }

    /** Moves the end of what is set by {@link #STEP}. */
    public CompletableFuture<Snapshot> extend() {
        return extend(STEP);
    }

    /** Moves the end of what is set. */
    public CompletableFuture<Snapshot> extend(Duration by) {
        return engine.submit(new Intent.ExtendManual(by));
    }

    /** Puts a note to colleagues to what is set; empty: takes it away. */
    public CompletableFuture<Snapshot> note(Optional<String> note) {
        return engine.submit(new Intent.NoteManual(note));
    }

    /** Puts what is set above whatever Teams shows. */
    public CompletableFuture<Snapshot> takeOver() {
        return engine.submit(new Intent.TakeOverManual());
    }

    public CompletableFuture<Snapshot> clear() {
        return engine.submit(new Intent.ClearManual());
    }

    /** What lights show in place of what is known, until they shall follow it again. */
    public CompletableFuture<Snapshot> showLight(LightOverride override) {
        return engine.submit(new Intent.ShowLight(override));
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
