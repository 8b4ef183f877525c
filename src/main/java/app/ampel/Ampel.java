package app.ampel;

import app.ampel.account.Account;
import app.ampel.account.SignInWay;
import app.ampel.cli.ControlServer;
import app.ampel.cli.Host;
import app.ampel.cli.Narrator;
import app.ampel.cli.SerialLights;
import app.ampel.cli.SingleLights;
import app.ampel.core.Core;
import app.ampel.core.Engine;
import app.ampel.core.Intent;
import app.ampel.core.Preferences;
import app.ampel.core.Rim;
import app.ampel.core.Start;
import app.ampel.desktop.Appearance;
import app.ampel.desktop.Autostart;
import app.ampel.desktop.Installation;
import app.ampel.desktop.Logging;
import app.ampel.desktop.SleepWatch;
import app.ampel.doctor.Diagnosis;
import app.ampel.doctor.Examination;
import app.ampel.doctor.Fact;
import app.ampel.light.LightBus;
import app.ampel.light.LightState;
import app.ampel.light.serial.SerialLibrary;
import app.ampel.light.terminal.TerminalBus;
import app.ampel.light.terminal.TerminalRenderer;
import app.ampel.light.terminal.TerminalStyle;
import app.ampel.manual.Choice;
import app.ampel.manual.End;
import app.ampel.manual.Habits;
import app.ampel.manual.Request;
import app.ampel.presence.PresenceReading;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import app.ampel.sentence.Phrases;
import app.ampel.settings.AccountSettings;
import app.ampel.settings.LastSeen;
import app.ampel.settings.LockedSettingException;
import app.ampel.settings.Looks;
import app.ampel.settings.ManualFile;
import app.ampel.settings.Settings;
import app.ampel.settings.StateFile;
import app.ampel.tray.IconStyle;
import app.ampel.tray.TrayHost;
import app.ampel.ui.Toolkit;
import app.ampel.ui.Windows;
import app.ampel.words.Words;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One running Ampel, put together by hand, and taken apart again within three seconds. */
final class Ampel implements Host, TrayHost, AutoCloseable {

    /** Quit ends everything within this, whatever a device or the network does. */
    private static final Duration TO_THE_END = Duration.ofMillis(2500);

    private final World world;
    private final Threads threads = new Threads();
    private final LightSide lights;
    private final Core core;
    private final HistorySide history;
    private final LightsSide trials;
    private final SleepWatch sleep;
    private final SessionSide session;
    private final Narrator narrator;
    private final Toolkit toolkit;
    private final Autostart autostart;
    private final FirstRunSide firstRun;
    private final Windows windows;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<Panel> panel = Optional.empty();
    private final Examination examination;
    private ControlServer control;
    private Looks looks;
    private volatile boolean calmDesktop;

    Ampel(World world) {
        this.world = world;
        Settings settings = world.settings().settings();

        narrator = new Narrator(world.console(), world.clock());
        toolkit = new Toolkit(world.folders().nativeLibraries());
        List<LightBus> own = new ArrayList<>(List.of(terminal()));
        ScreenSide screen = new ScreenSide(world, toolkit, threads.files(), this::show);
        if (world.display()) {
            own.add(screen.bus());
        }
        lights = new LightSide(
                world.settings(), new SerialLibrary(world.folders().nativeLibraries()), own);
        lights.desk().onPress(id -> toggleInACall());

        StateFile state = new StateFile(world.folders().state(), world.clock());
        ManualFile manuals = world.manuals(threads.files());
        Rim rim = new Rim(
                world.microsoft(),
                world.microsoft(),
                lights.desk(),
                threads.owner(),
                threads.reads(),
                threads.writes(),
                threads.accounts(),
                new LastSeen(state, threads.files()),
                manuals,
                () -> ThreadLocalRandom.current().nextDouble(-1, 1));
        core = new Core(
                world.timeline(threads.owner()),
                rim,
                new Start(state.load(), manuals.load(), preferences(settings)),
                () -> world.settings().settings().account().way());

        world.settings().onChange(changed -> core.use(preferences(changed)));
        history = new HistorySide(world, core, threads);
        trials = new LightsSide(world.folders(), lights);

        Installation installation = Installation.of(Main.class);
        autostart = Autostart.of(installation, world.folders());
        firstRun = new FirstRunSide(
                world,
                installation,
                autostart,
                threads.files(),
                () -> calm(world.settings().settings().looks().motion()));
        Logging.detailed(settings.detailedLog());
        world.settings().onChange(changed -> Logging.detailed(changed.detailedLog()));
        examination = DoctorSide.running(world, this, () -> panel.flatMap(Panel::isShown));
        if (world.display()) {
            core.watch(screen::watch);
        }

        windows = new Windows(
                toolkit,
                new WindowSide(
                        core,
                        world,
                        threads.files(),
                        firstRun,
                        new SettingsSide(world, autostart, threads.files()),
                        trials,
                        colours(),
                        history,
                        new DiagnosticsSide(world.folders(), examination),
                        this::stop),
                world.words(),
                world.console().zone(),
                Clock.systemUTC(),
                new SaidOnce(world.folders().closingExplained()),
                this::isDark);
        looks = settings.looks();
        world.settings().onChange(changed -> follow(changed.looks()));

        session = new SessionSide(core, lights.desk(), world.display());
        sleep = new SleepWatch(this::offline, session::woke);
    }

    /**
     * Begins; everything that takes time happens on other threads.
     *
     * @param window whether the window is wanted; the first time ever it comes in any case, where there is a display
     */
    void start(boolean window) throws ProblemException {
        core.start();
        history.start();
        lights.desk().start();
        core.watch(narrator::tell);
        control = ControlServer.start(
                world.folders(),
                world.lock(),
                this,
                world.console().words(),
                world.console().zone());
        session.start();
        sleep.start();
        if (world.display()) {
            panel = Optional.of(Panel.ofThisComputer(world, this));
            panel.get().start();
            soon(() -> heed(Appearance.ofThisComputer()));
            if (window || firstRun.isFirst()) {
                threads.files().execute(this::show);
            }
        }
        if (world.isReal()) {
            threads.files().execute(autostart::repair);
        }
    }

    /** Called by one thread at a time, the store's. */
    private void follow(Looks now) {
        if (!now.equals(looks)) {
            looks = now;
            windows.follow();
        }
    }

    private Preferences preferences(Settings settings) {
        boolean calm = calm(settings.looks().motion());
        return new Preferences(
                settings.polling(),
                settings.rules(),
                settings.habits(),
                world.console().zone(),
                calm);
    }

    private ColoursSide colours() {
        return new ColoursSide(
                lights.desk(),
                threads.files(),
                () -> calm(world.settings().settings().looks().motion()));
    }

    private boolean calm(Looks.Motion motion) {
        return switch (motion) {
            case SYSTEM -> calmDesktop;
            case FULL -> false;
            case REDUCED -> true;
        };
    }

    /** Asked whenever somebody comes to a window; a chance to see what else the desktop wants. */
    private boolean isDark() {
        Appearance appearance = Appearance.ofThisComputer();
        soon(() -> heed(appearance));
        return switch (world.settings().settings().looks().theme()) {
            case SYSTEM -> appearance.isDark();
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /** Not while a window or the first light is on its way: asking the desktop takes several small programs. */
    private void soon(Runnable task) {
        CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS, threads.files()).execute(task);
    }

    private void heed(Appearance appearance) {
        boolean calm = appearance.isCalm();
        if (calm != calmDesktop) {
            calmDesktop = calm;
            core.use(preferences(world.settings().settings()));
        }
    }

    /** Blocks until {@link #stop}. */
    void awaitStop() {
        try {
            stopping.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LightBus terminal() {
        boolean terminal = System.console() != null;
        Words words = world.console().words();
        TerminalRenderer renderer = new TerminalRenderer(
                TerminalStyle.of(System.getenv(), terminal),
                new Phrases(words)::command,
                words,
                Charset.defaultCharset());
        return new TerminalBus(renderer, narrator::light);
    }

    private boolean offline() {
        return core.snapshot().reading().kind() == PresenceReading.Kind.UNREACHABLE;
    }

    @Override
    public Engine engine() {
        return core;
    }

    @Override
    public boolean identify(String lightId) {
        return lights.desk().identify(lightId);
    }

    @Override
    public Account.TokenPlace tokenPlace() {
        return world.microsoft().tokenPlace();
    }

    @Override
    public Instant time() {
        return world.clock().instant();
    }

    @Override
    public Habits habits() {
        return world.settings().settings().habits();
    }

    @Override
    public IconStyle iconStyle() {
        return switch (world.settings().settings().looks().icons()) {
            case COLOUR -> IconStyle.COLOUR;
            case MONO -> IconStyle.MONO;
        };
    }

    @Override
    public SignInWay register(AccountSettings given) throws LockedSettingException, ProblemException {
        AccountSettings inForce = world.settings()
                .change(before -> before.withAccount(before.account().with(given)))
                .account();
        if (world.registration().get().isEmpty()) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_CLIENT_ID));
        }
        if (inForce.cloud().filter(cloud -> !cloud.readsPresence()).isPresent()) {
            throw new ProblemException(Problem.of(Problem.Kind.NO_PRESENCE_IN_CLOUD));
        }
        return inForce.way();
    }

    @Override
    public SerialLights serialLights() {
        return lights.serialLights();
    }

    @Override
    public SingleLights singleLights() {
        return lights.singleLights();
    }

    @Override
    public List<LightState> lights() {
        return lights.states();
    }

    @Override
    public boolean remote() {
        return session.isRemote();
    }

    Optional<Fact.Session> heard() {
        return session.heard();
    }

    @Override
    public Diagnosis doctor() {
        return Diagnosis.of(examination.begin(count -> {}).result().join());
    }

    /** As a click on "In a call" does. */
    private void toggleInACall() {
        boolean on = core.snapshot()
                .manual()
                .filter(manual -> manual.choice() == Choice.IN_A_CALL)
                .isPresent();
        core.tell(
                on
                        ? new Intent.ClearManual()
                        : new Intent.SetManual(
                                Request.of(Choice.IN_A_CALL, End.after(habits().time(Choice.IN_A_CALL), time()))));
    }

    @Override
    public void show() {
        if (!world.display() || !windows.show()) {
            narrator.say(world.console().words().say("ui.no-window"));
        }
    }

    @Override
    public void open() {
        show();
    }

    @Override
    public void openSettings() {
        if (!world.display() || !windows.showSettings()) {
            narrator.say(world.console().words().say("ui.no-window"));
        }
    }

    @Override
    public void signIn() {
        core.tell(new Intent.SignIn(world.settings().settings().account().way()));
        // The window shows the code.
        show();
    }

    @Override
    public void quit() {
        stop();
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    /** Clears what was set, switches the lights off and lets everything go. Idempotent; blocks for 3 s at most. */
    @Override
    public synchronized void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stop();
        if (control != null) {
            control.close();
        }
        panel.ifPresent(Panel::close);
        windows.close();
        history.close();
        trials.endTrial();
        core.close(TO_THE_END, world.settings().settings().signOutOnQuit());
        trials.close();
        toolkit.close();
        lights.close();
        sleep.close();
        session.close();
        world.microsoft().close();
        threads.close();
        world.lock().close();
    }
}
