package app.ampel;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.HomeTokens;
import app.ampel.adapter.light.serial.SerialPorts;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.NativeLibraries;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.Installation;
import app.ampel.adapter.os.install.UdevInstaller;
import app.ampel.adapter.os.log.Logging;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.demo.DemoDay;
import app.ampel.demo.SpeedClock;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.Cli;
import app.ampel.face.cli.CommandPorts;
import app.ampel.face.cli.Console;
import app.ampel.face.cli.Ports;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightBus;
import app.ampel.service.lights.Lights;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.threads.Dispatch;
import app.ampel.side.DoctorSide;
import app.ampel.side.World;
import app.ampel.side.light.AttachedLights;
import app.ampel.side.light.SystemPorts;
import app.ampel.side.light.Trial;
import app.ampel.side.light.UdevSide;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The one place where it all begins: the command line, and what its commands run. */
public final class Main implements CommandPorts {

    /** Whoever interrupts a trial does not want to look at a red light. */
    private static final Duration TRIAL_DARK_WITHIN = Duration.ofSeconds(3);

    private final Console console;

    Main(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        Console console = Console.ofThisProcess();
        System.exit(new Cli(console, new Main(console)).run(arguments));
    }

    @Override
    public int run(RunOptions options) throws ProblemException {
        Folders folders = options.folders();
        boolean unpacks = NativeLibraries.keepIn(folders.nativeLibraries());
        SettingsStore settings = SettingsStore.open(folders, Clock.systemUTC());
        settings.notes().forEach(note -> console.err().println(note.say(console.words())));
        Supplier<Optional<Registration>> registration =
                () -> settings.settings().account().registration();
        World world = new World(
                console,
                folders,
                options.lock(),
                settings,
                Clock.systemUTC(),
                1,
                registration,
                microsoft(folders, registration),
                unpacks
                        && options.face() != Face.NONE
                        && Browser.ofThisComputer().hasDisplay());
        try (Ampel ampel = new Ampel(world)) {
            hello(console.words().say("narrator.running"), ampel::close);
            ampel.start(options.face() == Face.WINDOW);
            ampel.awaitStop();
        }
        return 0;
    }

    @Override
    public int demo(DemoOptions options) throws ProblemException {
        try (DemoHome home = DemoHome.take(options.home())) {
            Logging.start(home.folders());
            boolean unpacks = NativeLibraries.keepIn(home.folders().nativeLibraries());
            Browser browser = Browser.ofThisComputer();
            boolean display = unpacks && !options.headless() && browser.hasDisplay();
            Duration approval = browser.canOpen() ? Demo.WITH_A_BROWSER : Demo.WITHOUT_A_BROWSER;
            SpeedClock day = SpeedClock.todayAt(options.from().orElse(DemoDay.START), console.zone(), options.speed());
            try (Demo demo = new Demo(console, home, day, display, browser.canOpen(), approval)) {
                hello(console.words().say("narrator.demo", options.speed()), demo::close, home::close);
                console.out()
                        .println(console.words()
                                .say("narrator.demo.try", home.folders().home().toString()));
                options.exitAfter().ifPresent(demo::endAfter);
                demo.start();
                demo.awaitStop();
            }
            return 0;
        } catch (IOException e) {
            throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE), e);
        }
    }

    /** Says so, and sees to it that it ends in good order. */
    private void hello(String sentence, Runnable... ends) {
        atTheEnd(ends);
        console.out().println(sentence);
    }

    /** Also after Ctrl-C, a log-off or a kill (but not SIGKILL). */
    private static void atTheEnd(Runnable... ends) {
        Runnable all = () -> List.of(ends).forEach(end -> Dispatch.guarded("The end", end));
        Runtime.getRuntime().addShutdownHook(new Thread(all, "ampel-end"));
    }

    @Override
    public Account openAccount(Folders folders, Registration registration) {
        NativeLibraries.keepIn(folders.nativeLibraries());
        return microsoft(folders, () -> Optional.of(registration));
    }

    private Microsoft microsoft(Folders folders, Supplier<Optional<Registration>> registration) {
        return new Microsoft(
                registration,
                Microsoft.http(Optional.empty()),
                new HomeTokens(folders.home(), Clock.systemUTC()),
                page -> console.open().test(page),
                console.words(),
                Clock.systemUTC());
    }

    @Override
    public Diagnosis doctor(Folders folders, Fact.Program.Talk talk) {
        NativeLibraries.keepIn(folders.nativeLibraries());
        SettingsStore settings = SettingsStore.open(folders, Clock.systemUTC());
        try (Microsoft microsoft =
                microsoft(folders, () -> settings.settings().account().registration())) {
            Autostart autostart = Autostart.of(Installation.of(Main.class), folders);
            return Diagnosis.of(DoctorSide.alone(folders, settings, microsoft, autostart, talk)
                    .begin(count -> {})
                    .result()
                    .join());
        }
    }

    @Override
    public Ports serialPorts(Folders folders) {
        return new SystemPorts(SerialPorts.ofThisComputer(SystemPorts.library(folders)));
    }

    @Override
    public List<LightBus.Found> lights(Folders folders) {
        NativeLibraries.keepIn(folders.nativeLibraries());
        return AttachedLights.of(
                folders, SettingsStore.open(folders, Clock.systemUTC()).settings());
    }

    @Override
    public Lights trial(Folders folders, AddedLight light) {
        NativeLibraries.keepIn(folders.nativeLibraries());
        Lights trial = Trial.of(folders, light);
        atTheEnd(() -> trial.close(TRIAL_DARK_WITHIN));
        return trial;
    }

    @Override
    public List<LightModel> models() {
        return new Catalogue().models();
    }

    @Override
    public Optional<LightModel> model(String keyNameOrId) {
        return new Catalogue().find(keyNameOrId);
    }

    @Override
    public String udevRules(Folders folders) {
        return udev(folders).rules();
    }

    @Override
    public UdevInstaller.Outcome installUdevRules(Folders folders) {
        return udev(folders).install();
    }

    private static UdevSide udev(Folders folders) {
        return new UdevSide(SettingsStore.open(folders, Clock.systemUTC()));
    }
}
