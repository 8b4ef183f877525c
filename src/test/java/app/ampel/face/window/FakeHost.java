package app.ampel.face.window;

import app.ampel.domain.account.Registration;
import app.ampel.domain.light.LightState;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.window.frame.WindowPorts;
import app.ampel.face.window.kit.WindowHost;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.Settings;
import app.ampel.service.status.StatusService;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A program that only notes what its window wants. */
public class FakeHost implements WindowHost {

    public final List<Intent> told = new CopyOnWriteArrayList<>();
    public final List<CompletableFuture<Snapshot>> answers = new CopyOnWriteArrayList<>();
    public final List<URI> opened = new CopyOnWriteArrayList<>();
    public final List<Consumer<Overview>> observers = new CopyOnWriteArrayList<>();
    public volatile Snapshot snapshot;
    public volatile List<LightState> states = List.of();
    public volatile Instant now;
    public final FakeLightsHost lights = new FakeLightsHost();
    public volatile Settings settings = Settings.DEFAULT.withAccount(FakeFirstRun.KNOWN);
    public final FakeFirstRun firstRun = new FakeFirstRun();
    public final FakeSettingsHost settingsPage = new FakeSettingsHost();
    public final List<CompletableFuture<Settings>> held = new CopyOnWriteArrayList<>();
    public volatile Optional<Throwable> refuses = Optional.empty();
    public volatile boolean holds;
    public final FakeColours colours = new FakeColours();
    public volatile boolean browser = true;
    public volatile boolean quit;
    public volatile boolean calm;
    public volatile AccountSettings locked = AccountSettings.NONE;
    public final FakeHistory history = new FakeHistory();
    public final FakeDiagnostics diagnostics = new FakeDiagnostics();

    private final StatusService status =
            new StatusService(new Told(), () -> settings.habits(), () -> now, () -> ZoneOffset.UTC);

    public FakeHost(Overview overview) {
        this(overview.snapshot());
        states = overview.lights();
    }

    public FakeHost(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.now = snapshot.now();
    }

    public Intent last() {
        return told.get(told.size() - 1);
    }

    public void become(Snapshot next) {
        become(new Overview(next, states));
    }

    public void become(Overview next) {
        states = next.lights();
        snapshot = next.snapshot();
        observers.forEach(observer -> observer.accept(next));
    }

    public void answerLast(Snapshot with) {
        answers.get(answers.size() - 1).complete(with);
    }

    public void refuse(Problem.Kind why, String about) {
        refuses = Optional.of(new ProblemException(Problem.of(why, about)));
    }

    public void failLast(Problem.Kind with) {
        answers.get(answers.size() - 1).completeExceptionally(new ProblemException(Problem.of(with)));
    }

    /** Only what is told to it. */
    private final class Told implements Engine {
        @Override
        public Snapshot snapshot() {
            return snapshot;
        }

        @Override
        public CompletableFuture<Snapshot> tell(Intent intent) {
            return FakeHost.this.tell(intent);
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer) {
            return watch(observer, Runnable::run);
        }

        @Override
        public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
            throw new UnsupportedOperationException("nothing of it is watched");
        }
    }

    @Override
    public StatusService status() {
        return status;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public CompletableFuture<Snapshot> tell(Intent intent) {
        CompletableFuture<Snapshot> answer = new CompletableFuture<>();
        answers.add(answer);
        told.add(intent);
        return answer;
    }

    @Override
    public Overview overview() {
        return new Overview(snapshot, states);
    }

    @Override
    public Runnable watch(Consumer<Overview> observer, Executor thread) {
        Consumer<Overview> there = now -> thread.execute(() -> observer.accept(now));
        observers.add(there);
        there.accept(overview());
        return () -> observers.remove(there);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public CompletableFuture<Settings> change(UnaryOperator<Settings> change) {
        if (refuses.isPresent()) {
            return CompletableFuture.failedFuture(refuses.get());
        }
        settings = change.apply(settings);
        if (holds) {
            CompletableFuture<Settings> later = new CompletableFuture<>();
            held.add(later);
            return later;
        }
        return CompletableFuture.completedFuture(settings);
    }

    /** With all that its pages need. */
    public WindowPorts ports() {
        return new WindowPorts(this, firstRun, settingsPage, lights, colours, history, diagnostics);
    }

    @Override
    public Optional<Registration> registration() {
        return settings().account().registration();
    }

    @Override
    public AccountSettings lockedAccount() {
        return locked;
    }

    @Override
    public boolean isCalm() {
        return calm;
    }

    @Override
    public boolean open(URI page) {
        opened.add(page);
        return browser;
    }

    @Override
    public void quit() {
        quit = true;
    }
}
