package app.ampel;

import app.ampel.adapter.os.NativeMemory;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.adapter.os.log.Logging;
import app.ampel.adapter.os.session.SleepWatch;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.ConsoleReporter;
import app.ampel.face.cli.ControlServer;
import app.ampel.face.window.frame.Toolkit;
import app.ampel.face.window.frame.WindowPorts;
import app.ampel.service.doctor.Examination;
import app.ampel.service.engine.Core;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.EnginePorts;
import app.ampel.service.engine.Preferences;
import app.ampel.service.engine.Start;
import app.ampel.service.lights.LightBus;
import app.ampel.service.overview.Overviews;
import app.ampel.service.settings.LastSeen;
import app.ampel.service.settings.ManualFile;
import app.ampel.service.settings.Settings;
import app.ampel.service.settings.StateFile;
import app.ampel.service.status.StatusService;
import app.ampel.service.threads.Dispatch;
import app.ampel.side.ButtonSide;
import app.ampel.side.ColoursSide;
import app.ampel.side.CommandSide;
import app.ampel.side.DiagnosticsSide;
import app.ampel.side.DoctorSide;
import app.ampel.side.FirstRunSide;
import app.ampel.side.HistorySide;
import app.ampel.side.LightsSide;
import app.ampel.side.LooksSide;
import app.ampel.side.Panel;
import app.ampel.side.ScreenSide;
import app.ampel.side.SessionSide;
import app.ampel.side.SettingsSide;
import app.ampel.side.TerminalSide;
import app.ampel.side.Threads;
import app.ampel.side.TraySide;
import app.ampel.side.WindowDoor;
import app.ampel.side.WindowSide;
import app.ampel.side.World;
import app.ampel.side.light.LightSide;
import app.ampel.side.light.SystemPorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One running Ampel, put together by hand, and taken apart again within three seconds. */
final class Ampel implements AutoCloseable {

    /** Quit ends everything within this, whatever a device or the network does. */
    private static final Duration TO_THE_END = Duration.ofMillis(2500);

    /** When it has long settled down. */
    private static final long STARTED_SECONDS = 10;

    private final World world;
    private final Threads threads = new Threads();
    private final ConsoleReporter narrator;
    private final Toolkit toolkit;
    private final LooksSide looks;
    private final LightSide lights;
    private final LightsSide trials;
    private final Core core;
    private final StatusService status;
    private final Overviews overviews;
    private final HistorySide history;
    private final SessionSide session;
    private final SleepWatch sleep;
    private final Autostart autostart;
    private final FirstRunSide firstRun;
    private final Examination examination;
    private final WindowDoor door;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<Panel> panel = Optional.empty();
    private Optional<ControlServer> control = Optional.empty();

    Ampel(World world) {
        this.world = world;
        Logging.detailed(settings().detailedLog());
        narrator = new ConsoleReporter(world.console(), world.clock());
        toolkit = new Toolkit(world.folders().nativeLibraries());
        looks = new LooksSide(world.settings(), threads.beside(), this::prefer);

        LightBus terminal = TerminalSide.bus(world, narrator);
        ScreenSide screen = new ScreenSide(world, toolkit, threads.files(), threads.beside(), this::show);
        lights = new LightSide(
                world.settings(),
                SystemPorts.library(world.folders()),
                world.display() ? List.of(terminal, screen.bus()) : List.of(terminal));
        trials = new LightsSide(world.folders(), lights);
        core = core();
        overviews = new Overviews(core, lights.desk(), threads.beside());
        status = new StatusService(
                core,
                () -> settings().habits(),
                world.clock()::instant,
                world.console().zones());
        lights.desk().onPress(new ButtonSide(world, core));
        if (world.display()) {
            core.watch(screen::watch);
        }

        history = new HistorySide(world, core, threads);
        session = new SessionSide(core, lights.desk(), world.display());
        sleep = new SleepWatch(this::offline, session::woke);
        Installation installation = Installation.of(Main.class);
        autostart = Autostart.of(installation, world.folders());
        firstRun = new FirstRunSide(world, installation, autostart, threads.beside());
        examination = DoctorSide.running(world, core, lights, session, autostart, () -> panel.flatMap(Panel::isShown));
        door = new WindowDoor(world, toolkit, window(), looks, narrator);
        world.settings().onChange(this::follow);
    }

    private Core core() {
        StateFile state = new StateFile(world.folders().state(), world.clock());
        ManualFile manuals = world.manuals(threads.files());
        EnginePorts rim = new EnginePorts(
                world.microsoft(),
                world.microsoft(),
                lights.desk(),
                threads.owner(),
                threads.reads(),
                threads.writes(),
                threads.accounts(),
                threads.beside(),
                new LastSeen(state, threads.files()),
                manuals,
                () -> ThreadLocalRandom.current().nextDouble(-1, 1));
        return new Core(
                world.timeline(threads.owner()),
                rim,
                new Start(state.load(), manuals.load(), preferences()),
                () -> settings().account().way());
    }

    private WindowPorts window() {
        return new WindowPorts(
                new WindowSide(core, overviews, status, world, threads.files(), looks::isCalm, this::stop),
                firstRun,
                new SettingsSide(world, autostart, threads.beside()),
                trials,
                new ColoursSide(lights.desk(), threads.beside(), looks::isCalm),
                history,
                new DiagnosticsSide(world.folders(), examination, lights.udev()));
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
        overviews.watch(narrator::tell);
        control = Optional.of(ControlServer.start(
                world.folders(),
                world.lock(),
                new CommandSide(world, core, overviews, lights, session, examination, door::show, this::stop),
                world.console().words(),
                world.console().zones()));
        if (!control.get().isNoted()) {
            narrator.say(world.console().words().say("narrator.unwritten"));
        }
        session.start();
        sleep.start();
        if (world.display()) {
            startOnDesktop(window);
        }
        if (world.isReal()) {
            Dispatch.run(threads.beside(), autostart::repair);
        }
        CompletableFuture.delayedExecutor(STARTED_SECONDS, TimeUnit.SECONDS, threads.beside())
                .execute(NativeMemory::giveBack);
    }

    private void startOnDesktop(boolean window) {
        TraySide side =
                new TraySide(world, core, overviews, status, lights.desk(), door::show, door::showSettings, this::stop);
        Panel started = Panel.ofThisComputer(world, side);
        panel = Optional.of(started);
        started.start();
        looks.start();
        if (window || firstRun.isFirst()) {
            Dispatch.run(threads.beside(), door::show);
        }
    }

    private Settings settings() {
        return world.settings().settings();
    }

    private void follow(Settings changed) {
        prefer();
        Logging.detailed(changed.detailedLog());
    }

    private void prefer() {
        core.use(preferences());
    }

    private Preferences preferences() {
        Settings settings = settings();
        return new Preferences(
                settings.polling(),
                settings.rules(),
                settings.habits(),
                world.console().zones(),
                looks.isCalm(),
                settings.lights().schemes());
    }

    private boolean offline() {
        return core.snapshot().reading().problem().isPresent();
    }

    Engine engine() {
        return core;
    }

    Overviews overviews() {
        return overviews;
    }

    /** See {@link WindowDoor#show}. */
    void show() {
        door.show();
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
        Ending.begin(() -> lights.desk().close(TO_THE_END), trials::close)
                .then("The control socket", () -> control.ifPresent(ControlServer::close))
                .then("The tray", () -> panel.ifPresent(Panel::close))
                .then("The window", door::close)
                .then("The history", history::close)
                .then("What was set", () -> core.close(TO_THE_END, settings().signOutOnQuit()))
                .awaitDark(TO_THE_END)
                .then("The toolkit", toolkit::close)
                .then("The lights", lights::close)
                .then("The watch for sleep", sleep::close)
                .then("The desktop's session", session::close)
                .then("Microsoft", world.microsoft()::close)
                .then("The threads", threads::close)
                .then("What is said here", narrator::close)
                .then("The lock", world.lock()::close);
    }
}
