package app.ampel;

import app.ampel.adapter.files.LastSeen;
import app.ampel.adapter.files.PeopleFile;
import app.ampel.adapter.files.PlaceFile;
import app.ampel.adapter.files.SavedStatusFile;
import app.ampel.adapter.files.SchemeFile;
import app.ampel.adapter.files.StateFile;
import app.ampel.adapter.files.history.HistoryFile;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.os.NativeMemory;
import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.adapter.os.install.LoginEntry;
import app.ampel.adapter.os.log.Logging;
import app.ampel.adapter.os.programs.AskedDesktop;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.adapter.os.session.AwakeScreen;
import app.ampel.adapter.os.session.SleepWatch;
import app.ampel.domain.account.Registration;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Choice;
import app.ampel.face.cli.Console;
import app.ampel.face.cli.ConsoleReporter;
import app.ampel.face.control.ControlServer;
import app.ampel.face.control.ControlServices;
import app.ampel.face.tray.ProgramCommands;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.WindowServices;
import app.ampel.face.window.frame.Windows;
import app.ampel.face.window.wall.FullScreenWall;
import app.ampel.service.account.AccountRegistration;
import app.ampel.service.account.AccountService;
import app.ampel.service.account.AccountStore;
import app.ampel.service.account.FirstRunService;
import app.ampel.service.control.ControlListener;
import app.ampel.service.doctor.DoctorQuestions;
import app.ampel.service.doctor.DoctorService;
import app.ampel.service.doctor.Fact;
import app.ampel.service.engine.Core;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.EnginePorts;
import app.ampel.service.engine.Preferences;
import app.ampel.service.engine.Start;
import app.ampel.service.history.HistoryService;
import app.ampel.service.lights.LightsService;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.AccountConsent;
import app.ampel.service.people.BudgetedPresence;
import app.ampel.service.people.PeoplePreferences;
import app.ampel.service.people.PeopleService;
import app.ampel.service.people.SharedBudget;
import app.ampel.service.session.SessionService;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.settings.StartAtLogin;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import app.ampel.service.threads.Dispatch;
import app.ampel.service.wall.WallService;
import app.ampel.service.wall.WallWindow;
import app.ampel.service.window.AppWindow;
import app.ampel.service.window.Section;
import app.ampel.service.window.WindowService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One running Ampel, put together by hand, and taken apart again within three seconds. */
final class Ampel implements AutoCloseable {

    /** Quit ends everything within this, whatever a device or the network does. */
    private static final Duration TO_THE_END = Duration.ofMillis(2500);

    /** When it has started, and the first light is lit: asking the desktop takes several small programs. */
    private static final long DESKTOP_SECONDS = 5;

    /** When it has long settled down. */
    private static final long STARTED_SECONDS = 10;

    private final Environment environment;
    private final Console console;
    private final InstanceLock lock;
    private final SettingsStore store;
    private final Supplier<Optional<Registration>> registration;
    private final Microsoft microsoft;
    private final boolean display;
    private final Threads threads = new Threads();
    private final ConsoleReporter narrator;
    private final Toolkit toolkit;
    private final SettingsService settings;
    private final LooksService looks;
    private final DeviceLights devices;
    private final LightsService lights;
    private final SharedBudget budget;
    private final Core core;
    private final StatusService status;
    private final AccountService account;
    private final PeopleFile saved;
    private final PeopleService people;
    private final WallService wall;
    private final Overviews overviews;
    private final HistoryService history;
    private final SessionService session;
    private final SleepWatch sleep;
    private final Autostart autostart;
    private final FirstRunService firstRun;
    private final DoctorService doctor;
    private final WindowService window;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<Panel> panel = Optional.empty();
    private Optional<ControlServer> control = Optional.empty();

    /**
     * @param console where it says what happens
     * @param lock of the home, held; closed at the end
     * @param registration what to sign in with; empty: nothing yet
     * @param microsoft closed at the end
     * @param display whether there may be a window
     */
    Ampel(
            Environment environment,
            Console console,
            InstanceLock lock,
            SettingsStore store,
            Supplier<Optional<Registration>> registration,
            Microsoft microsoft,
            boolean display) {
        this.environment = environment;
        this.console = console;
        this.lock = lock;
        this.store = store;
        this.registration = registration;
        this.microsoft = microsoft;
        this.display = display;
        Folders folders = environment.folders();
        Logging.detailed(store.settings().detailedLog());
        narrator = new ConsoleReporter(console, environment.clock());
        toolkit = new Toolkit(folders.nativeLibraries(), OperatingSystem.current() == OperatingSystem.LINUX);
        Installation installation = Installation.of(Main.class);
        autostart = Autostart.of(installation, folders);
        settings = new SettingsService(
                store,
                folders.settings(),
                new SchemeFile(),
                environment.isDemo() ? StartAtLogin.NEVER : new LoginEntry(autostart),
                threads.files(),
                threads.beside());
        looks = new LooksService(
                settings,
                new AskedDesktop(),
                CompletableFuture.delayedExecutor(DESKTOP_SECONDS, TimeUnit.SECONDS, threads.beside()));
        window = new WindowService(
                display ? this::windows : () -> AppWindow.NONE,
                () -> narrator.say(console.words().say("ui.no-window")),
                new WindowService.Outside(
                        console.open(),
                        folder -> Browser.ofThisComputer().openFolder(folder),
                        folders.home(),
                        folders.log()),
                threads.beside(),
                this::stop);

        OwnLights own = OwnLights.of(
                environment.folders(), store, words(), display, toolkit, console, narrator, threads, window::show);
        devices = new DeviceLights(folders, store, own.buses());
        lights = devices.service(threads);
        budget = new SharedBudget(environment.clock()::instant);
        core = core();
        overviews = new Overviews(core, lights, threads.beside());
        status = new StatusService(
                core, () -> settings.settings().habits(), environment.clock()::instant, environment.zone());
        account = new AccountService(
                core, microsoft, new AccountRegistration(AccountStore.of(store), registration), threads.files());
        saved = new PeopleFile(folders.people(), environment.clock(), threads.files());
        people = new PeopleParts(
                        microsoft,
                        saved,
                        new AccountConsent(account),
                        budget,
                        environment.timeline(threads.people()),
                        threads.people(),
                        threads.requests(),
                        threads.beside())
                .service(PeoplePreferences.of(store, environment.zone()));
        wall = new WallService(
                people,
                environment.timeline(threads.people()),
                display ? wallWindow() : WallWindow.NONE,
                AwakeScreen.ofThisComputer(),
                threads.beside(),
                core::keptAwake);
        // A press does what a click on "In a call" does.
        devices.manager().onPress(lightId -> status.toggle(Choice.IN_A_CALL, Optional.empty()));
        if (display) {
            core.watch(own::follow);
        }

        history = new HistoryService(
                settings,
                core,
                environment.timeline(threads.history()),
                new HistoryService.HistoryPlace(
                        folders.history(), new HistoryFile(folders.history(), Clock.systemUTC()), OwnerOnly::write),
                environment.zone(),
                threads.history(),
                threads.files(),
                threads.beside());
        session = SessionParts.service(core, devices.manager(), wall, display);
        sleep = new SleepWatch(this::offline, session::woke);
        firstRun = new FirstRunService(
                environment.isDemo(), new FirstRunOnComputer(folders, installation, autostart), threads.beside());
        doctor = Doctors.running(
                folders,
                store,
                microsoft,
                lights,
                autostart,
                new DoctorQuestions.Running(
                        core,
                        environment.clock()::instant,
                        registration,
                        () -> new Fact.Lights(lights.look(), session.isRemote(), lights.looksSlowly()),
                        () -> panel.flatMap(Panel::isShown),
                        session::heard,
                        !environment.isDemo()),
                threads.beside());
        looks.onDesktopMotion(this::prefer);
        // The toolkit may be starting, and whoever changes settings keeps the disk waiting.
        looks.onChange(() -> Dispatch.run(threads.beside(), window::follow));
        settings.onChange(this::follow);
    }

    /** What tray, window and notifications say: in the language of the settings, which may change at any time. */
    private Messages words() {
        return Messages.following(() -> {
            Locale system = console.words().locale();
            return settings.settings()
                    .looks()
                    .language()
                    .map(it -> it.in(system))
                    .orElse(system);
        });
    }

    private Core core() {
        StateFile state = new StateFile(environment.folders().state(), environment.clock());
        SavedStatusFile manuals = environment.manuals(threads.files());
        EnginePorts rim = new EnginePorts(
                microsoft,
                new BudgetedPresence(microsoft, budget),
                devices.manager(),
                threads.owner(),
                threads.reads(),
                threads.writes(),
                threads.accounts(),
                threads.beside(),
                new LastSeen(state, threads.files()),
                manuals,
                () -> ThreadLocalRandom.current().nextDouble(-1, 1));
        return new Core(
                environment.timeline(threads.owner()),
                rim,
                new Start(state.load(), manuals.load(), preferences()),
                () -> settings.settings().account().way());
    }

    private WallWindow wallWindow() {
        return new FullScreenWall(
                toolkit,
                words(),
                environment.zone(),
                environment.clock()::instant,
                () -> Duration.ofNanos(System.nanoTime()),
                looks::isDark,
                looks::isMotionReduced);
    }

    private Windows windows() {
        return new Windows(
                toolkit,
                new WindowServices(
                        core,
                        account,
                        overviews,
                        environment.clock()::instant,
                        status,
                        settings,
                        looks,
                        history,
                        doctor,
                        window,
                        firstRun,
                        lights,
                        people,
                        wall,
                        new PlaceFile(environment.folders().windowPlace(), threads.files())),
                words(),
                environment.zone(),
                Clock.systemUTC(),
                new SeenFile(environment.folders().closingExplained()),
                looks::isDark,
                Ampel::letGo);
    }

    /** Where the sign-in ends with the program, so does what is kept for it. */
    private void forgetPeople() {
        if (settings.settings().signOutOnQuit()) {
            saved.erase();
        }
    }

    private static void letGo() {
        System.gc();
        NativeMemory.giveBack();
    }

    /**
     * Begins; everything that takes time happens on other threads.
     *
     * @param withWindow whether the window is wanted; the first time ever it comes in any case, where there is a display
     */
    void start(boolean withWindow) throws ProblemException {
        core.start();
        history.start();
        people.follow(core);
        devices.manager().start();
        overviews.watch(narrator::report);
        ControlListener socket = HomeSocket.listen(environment.folders(), lock);
        control = Optional.of(ControlServer.start(
                socket,
                new ControlServices(
                        overviews,
                        status,
                        account,
                        lights,
                        people,
                        wall,
                        session::isRemote,
                        doctor::diagnose,
                        window::show,
                        this::stop),
                console.words(),
                environment.zone()));
        if (!socket.isNoted()) {
            narrator.say(console.words().say("narrator.unwritten"));
        }
        session.start();
        sleep.start();
        if (display) {
            startOnDesktop(withWindow);
        }
        if (!environment.isDemo()) {
            Dispatch.run(threads.beside(), autostart::repair);
        }
        CompletableFuture.delayedExecutor(STARTED_SECONDS, TimeUnit.SECONDS, threads.beside())
                .execute(NativeMemory::giveBack);
    }

    private void startOnDesktop(boolean withWindow) {
        ProgramCommands program = new ProgramCommands(
                window::show,
                () -> window.show(Section.PEOPLE),
                () -> window.show(Section.SETTINGS),
                this::signIn,
                this::stop);
        Panel started = Panel.ofThisComputer(
                environment,
                store,
                words().onScreen(),
                overviews,
                status,
                account,
                lights::identify,
                program,
                people,
                environment.isDemo() ? this::showLink : console.open());
        panel = Optional.of(started);
        started.start();
        looks.start();
        if (withWindow || firstRun.isFirst()) {
            Dispatch.run(threads.beside(), window::show);
        }
    }

    /** Nobody of the demo is in Teams. */
    private boolean showLink(URI link) {
        narrator.say(link.toString());
        return false;
    }

    /** The window shows the code. */
    private void signIn() {
        account.signIn();
        window.show();
    }

    private void follow(Settings changed) {
        prefer();
        people.use(PeoplePreferences.of(store, environment.zone()));
        Logging.detailed(changed.detailedLog());
    }

    private void prefer() {
        core.apply(preferences());
    }

    private Preferences preferences() {
        Settings now = settings.settings();
        return new Preferences(
                now.polling(),
                now.rules(),
                now.habits(),
                environment.zone(),
                looks.isMotionReduced(),
                now.lights().schemes());
    }

    private boolean offline() {
        return core.snapshot().reading().problem().isPresent();
    }

    Engine engine() {
        return core;
    }

    StatusService status() {
        return status;
    }

    AccountService account() {
        return account;
    }

    PeopleService people() {
        return people;
    }

    Overviews overviews() {
        return overviews;
    }

    /** See {@link WindowDoor#show}. */
    void show() {
        window.show();
    }

    /** Lets {@link #awaitStop} return. */
    void stop() {
        stopping.countDown();
    }

    /** Blocks until {@link #stop}. */
    void awaitStop() {
        try {
            stopping.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Clears what was set, switches the lights off and lets everything go. Idempotent; blocks for 3 s at most. */
    @Override
    public synchronized void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stop();
        Ending.begin(() -> devices.manager().close(TO_THE_END), lights::close)
                .then("The control socket", () -> control.ifPresent(ControlServer::close))
                .then("The tray", () -> panel.ifPresent(Panel::close))
                .then("The window", window::close)
                .then("The wall", wall::close)
                .then("Other people", people::close)
                .then("The history", history::close)
                .then(
                        "What was set",
                        () -> core.close(TO_THE_END, settings.settings().signOutOnQuit()))
                .then("Whom the user has put on lists", this::forgetPeople)
                .awaitDark(TO_THE_END)
                .then("The toolkit", toolkit::close)
                .then("The lights", devices::close)
                .then("The watch for sleep", sleep::close)
                .then("The desktop's session", session::close)
                .then("Microsoft", microsoft::close)
                .then("The threads", threads::close)
                .then("What is said here", narrator::close)
                .then("The lock", lock::close);
    }
}
