package app.ampel.face.window;

import app.ampel.adapter.files.SchemeFile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.FakeAccount;
import app.ampel.face.window.frame.WindowServices;
import app.ampel.face.window.kit.PageContext;
import app.ampel.service.HeldExecutor;
import app.ampel.service.account.AccountRegistration;
import app.ampel.service.account.AccountService;
import app.ampel.service.account.AccountStore;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Moment;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.engine.Timeline;
import app.ampel.service.history.FakeHistoryStore;
import app.ampel.service.history.HistoryService;
import app.ampel.service.lights.FakeComputer;
import app.ampel.service.lights.KeptSettings;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.SettingsAccess;
import app.ampel.service.lights.manager.LightStates;
import app.ampel.service.overview.Overview;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.Colleagues;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.FakeAppearance;
import app.ampel.service.settings.FakeLogin;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.Looks;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsHome;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import app.ampel.service.wall.FakeWallWindow;
import app.ampel.service.window.AppWindow;
import app.ampel.service.window.WindowService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The real services of a program in which nothing is real but its settings files: its engine only notes what it is told,
 * and the rest of the world does what the test says.
 */
public final class TestProgram implements Engine {

    public final List<Intent> told = new CopyOnWriteArrayList<>();
    public final List<CompletableFuture<Snapshot>> answers = new CopyOnWriteArrayList<>();
    public final List<Consumer<Snapshot>> observers = new CopyOnWriteArrayList<>();
    public volatile Snapshot snapshot;
    public volatile List<LightState> states = List.of();
    public volatile Instant now;

    public final SettingsHome home = new SettingsHome();
    public final FakeLogin login = new FakeLogin();
    public final FakeAppearance appearance = new FakeAppearance();

    /** Where settings are written. */
    public final HeldExecutor files = new HeldExecutor();

    public final FakeHistoryStore history = new FakeHistoryStore();
    public final List<Path> exported = new CopyOnWriteArrayList<>();

    /** Where the history is kept. */
    public final HeldExecutor disk = new HeldExecutor();

    /** Where its window was left. */
    public final FakePlaces places = new FakePlaces();

    public final List<URI> opened = new CopyOnWriteArrayList<>();
    public final List<Path> folders = new CopyOnWriteArrayList<>();
    public volatile boolean browser = true;
    public volatile boolean fileManager = true;
    public volatile boolean quit;

    /** Something that must not fail does. */
    public volatile boolean broken;

    public final FakeDoctor doctor = new FakeDoctor(Executors.newCachedThreadPool(TestProgram::daemon));
    public final FakeComputer lights = new FakeComputer();
    public final Colleagues colleagues = new Colleagues();
    public final FakeWallWindow wall = new FakeWallWindow();
    public final PeopleService people = colleagues.started(Colleagues.ALL);
    public final FakeFirstRun firstRun = new FakeFirstRun();

    public SettingsStore store;
    public SettingsService settingsService;
    public LooksService looks;
    public HistoryService historyService;
    public WindowService window;
    public AccountService account;
    private StatusService status;

    public TestProgram(Overview overview) {
        this(overview.snapshot());
        states = overview.lights();
    }

    public TestProgram(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.now = snapshot.now();
        start();
        have(settings().withAccount(FakeFirstRun.KNOWN));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "test-program");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins anew, with what is in its files. */
    public void start() {
        store = home.open();
        settingsService = new SettingsService(store, home.file(), new SchemeFile(), login, files, Runnable::run);
        looks = new LooksService(settingsService, appearance, Runnable::run);
        window = new WindowService(
                () -> AppWindow.NONE,
                () -> {},
                new WindowService.Outside(
                        this::open,
                        this::openFolder,
                        home.folder(),
                        home.folder().resolve("log")),
                Runnable::run,
                () -> quit = true);
        historyService = new HistoryService(
                settingsService,
                this,
                new Still(),
                new HistoryService.HistoryPlace(
                        Path.of("/home/ada/.local/share/ampel/history.db"),
                        history,
                        (file, content) -> exported.add(file)),
                () -> ZoneOffset.UTC,
                Runnable::run,
                disk,
                Runnable::run);
        account = new AccountService(
                this, new FakeAccount(), new AccountRegistration(AccountStore.of(store), this::registration), files);
        status = new StatusService(this, () -> settings().habits(), () -> now, () -> ZoneOffset.UTC);
    }

    /** Nothing is planned. */
    private final class Still implements Timeline {
        @Override
        public Moment moment() {
            return new Moment(now, Duration.between(Instant.EPOCH, now), Duration.between(Instant.EPOCH, now));
        }

        @Override
        public Runnable at(Instant when, Runnable task) {
            return () -> {};
        }
    }

    /** What there is to sign in with. */
    public Optional<Registration> registration() {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return settings().account().registration();
    }

    private boolean open(URI page) {
        opened.add(page);
        return browser;
    }

    private boolean openFolder(Path folder) {
        folders.add(folder);
        return fileManager;
    }

    /** What one can do about its lights. */
    public LightsService lightsService() {
        lights.states = () -> states;
        return lights.service(settingsAccess());
    }

    /** What it keeps of lights. */
    public SettingsAccess settingsAccess() {
        return new KeptSettings(() -> store, files);
    }

    /** Its pages are in British English, and on {@code thread}. */
    public PageContext context(Executor thread) {
        return context(Messages.in(Locale.UK), Clock.systemUTC(), thread);
    }

    /** What a page is made of. */
    public PageContext context(Messages words, Clock clock, Executor thread) {
        return new PageContext(
                this,
                account,
                () -> now,
                settingsService,
                looks,
                window,
                words,
                () -> ZoneOffset.UTC,
                clock,
                thread,
                () -> {});
    }

    /** What a whole window is made of. */
    public WindowServices services() {
        return new WindowServices(
                this,
                account,
                new Overviews(this, new Attached(), Runnable::run),
                () -> now,
                status,
                settingsService,
                looks,
                historyService,
                doctor.service,
                window,
                firstRun.service(),
                lightsService(),
                people,
                wall.service(people, new Still(), Runnable::run),
                places);
    }

    /** The lights of now. */
    private final class Attached implements LightStates {
        @Override
        public List<LightState> states() {
            return states;
        }

        @Override
        public Runnable watch(Consumer<List<LightState>> observer, Executor thread) {
            // They change with what the engine tells only.
            return () -> {};
        }
    }

    public Settings settings() {
        return store.settings();
    }

    /** These are the user's settings from now on. */
    public void have(Settings wanted) {
        change(before -> wanted);
    }

    public void change(UnaryOperator<Settings> change) {
        try {
            store.change(change);
        } catch (LockedSettingException | ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The administrator has decided that, and the program has been started again. */
    public void decided(String json) {
        home.decided(json);
        start();
    }

    public void reduceMotion() {
        change(all -> all.withLooks(all.looks().with(Looks.Motion.REDUCED)));
    }

    /** What lights are to show for a while. */
    public void preview(Optional<LightCommand> command) {
        lights.preview = command;
    }

    public Optional<LightCommand> lastPreview() {
        return lights.preview;
    }

    public StatusService status() {
        return status;
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
        observers.forEach(observer -> observer.accept(snapshot));
    }

    public void answerLast(Snapshot with) {
        answers.get(answers.size() - 1).complete(with);
    }

    public void failLast(Problem.Kind with) {
        answers.get(answers.size() - 1).completeExceptionally(new ProblemException(Problem.of(with)));
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public CompletableFuture<Snapshot> submit(Intent intent) {
        CompletableFuture<Snapshot> answer = new CompletableFuture<>();
        answers.add(answer);
        told.add(intent);
        return answer;
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer) {
        return watch(observer, Runnable::run);
    }

    @Override
    public Runnable watch(Consumer<Snapshot> observer, Executor thread) {
        Consumer<Snapshot> there = latest -> thread.execute(() -> observer.accept(latest));
        observers.add(there);
        there.accept(snapshot);
        return () -> observers.remove(there);
    }
}
