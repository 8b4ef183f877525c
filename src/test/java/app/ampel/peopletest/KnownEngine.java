package app.ampel.peopletest;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An engine that knows what it is told, about the account and about the user's own presence. */
final class KnownEngine implements Engine {

    private final Supplier<Instant> clock;
    private final List<Consumer<Snapshot>> observers = new ArrayList<>();
    private AccountState account = AccountState.waiting(Optional.empty(), Optional.empty());
    private Optional<Presence> own = Optional.empty();

    KnownEngine(Supplier<Instant> clock) {
        this.clock = clock;
    }

    void signedIn(Profile profile) {
        account = AccountState.signedIn(profile);
        tell();
    }

    void signedOut() {
        account = AccountState.signedOut(Optional.empty());
        own = Optional.empty();
        tell();
    }

    void own(Presence presence) {
        own = Optional.of(presence);
        tell();
    }

    private void tell() {
        observers.forEach(observer -> observer.accept(snapshot()));
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(
                clock.get(),
                new PresenceReading(
                        own.isPresent() ? PresenceReading.Kind.KNOWN : PresenceReading.Kind.STALE,
                        own.map(presence -> new PresenceReading.Last(presence, clock.get(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                LightOverride.AUTO,
                LightCommand.OFF,
                Reason.PRESENCE,
                account,
                Optional.empty());
    }

    @Override
    public CompletableFuture<Snapshot> submit(Intent intent) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        observers.add(observer);
        observer.accept(snapshot());
        return () -> observers.remove(observer);
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        return watch(observer);
    }
}
