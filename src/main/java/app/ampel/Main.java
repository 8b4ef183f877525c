package app.ampel;

import app.ampel.adapter.files.PeopleFile;
import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.files.StateFile;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.HomeTokens;
import app.ampel.adapter.os.StandardError;
import app.ampel.adapter.os.StandardOutput;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.HomeSocket;
import app.ampel.adapter.os.files.NativeLibraries;
import app.ampel.adapter.os.log.Logging;
import app.ampel.adapter.os.programs.Browser;
import app.ampel.adapter.os.programs.Clipboard;
import app.ampel.adapter.os.session.LocalZone;
import app.ampel.demo.DemoDay;
import app.ampel.demo.SpeedClock;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.model.Catalogue;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.Cli;
import app.ampel.face.cli.CommandPorts;
import app.ampel.face.cli.Console;
import app.ampel.face.control.Failure;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.Fact;
import app.ampel.service.lights.LightsService;
import app.ampel.service.lights.manager.Lights;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.threads.Dispatch;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
        Console console = console();
        System.exit(new Cli(console, new Main(console)).run(arguments));
    }

    static Console console() {
        return Console.ofThisProcess(
                LocalZone.ofThisComputer(),
                page -> Browser.ofThisComputer().open(page),
                text -> Clipboard.ofThisComputer().copy(text));
    }

    @Override
    public boolean isOutputPipe() {
        return StandardOutput.isPipe();
    }

    @Override
    public boolean isErrorTerminal() {
        return StandardError.isTerminal();
    }

    @Override
    public BooleanSupplier outputIsRead(Folders folders) {
        NativeLibraries.keepIn(folders.nativeLibraries());
        return StandardOutput::isRead;
    }

    @Override
    public void startLog(Folders folders) throws IOException {
        Logging.start(folders);
    }

    @Override
    public Optional<SocketChannel> connect(Folders folders, Consumer<Path> foreign) {
        return HomeSocket.connect(folders, foreign);
    }

    @Override
    public int run(RunOptions options) throws ProblemException {
        Folders folders = options.folders();
        boolean unpacks = NativeLibraries.keepIn(folders.nativeLibraries());
        SettingsStore settings = settings(folders, Clock.systemUTC());
        settings.notes().forEach(note -> console.err().println(note.say(console.words())));
        Supplier<Optional<Registration>> registration =
                () -> settings.settings().account().registration();
        boolean display = unpacks
                && options.face() != Face.NONE
                && Browser.ofThisComputer().hasDisplay();
        try (Ampel ampel = new Ampel(
                Environment.real(folders, console.zones()),
                console,
                options.lock(),
                settings,
                registration,
                microsoft(folders, registration),
                display)) {
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

    @Override
    public SettingsStore settings(Folders folders, Clock clock) {
        return SettingsFiles.open(folders, clock);
    }

    @Override
    public void forgetPresence(Folders folders) {
        new StateFile(folders.state(), Clock.systemUTC()).forget();
        new PeopleFile(folders.people(), Clock.systemUTC(), Runnable::run).erase();
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
        SettingsStore settings = settings(folders, Clock.systemUTC());
        try (Microsoft microsoft =
                microsoft(folders, () -> settings.settings().account().registration())) {
            return Doctors.alone(folders, settings, microsoft, lights(folders, settings), talk)
                    .diagnose();
        }
    }

    @Override
    public LightsService lights(Folders folders) {
        return LightsAlone.service(folders, new OpenedOnce(folders), light -> trial(folders, light));
    }

    @Override
    public LightsService lights(Folders folders, SettingsStore settings) {
        return LightsAlone.service(folders, () -> settings, light -> trial(folders, light));
    }

    @Override
    public <T> T people(Folders folders, SettingsStore settings, Consumer<SignInPrompt> prompt, PeopleWork<T> work)
            throws Failure, ProblemException {
        Registration registration = settings.settings()
                .account()
                .registration()
                .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
        NativeLibraries.keepIn(folders.nativeLibraries());
        try (Microsoft microsoft = microsoft(folders, () -> Optional.of(registration))) {
            Environment environment = Environment.real(folders, console.zones());
            return new PeopleAlone(environment, settings, microsoft, prompt).use(work);
        }
    }

    /** It is dark again also when somebody presses Ctrl-C. */
    private static Lights trial(Folders folders, AddedLight light) {
        NativeLibraries.keepIn(folders.nativeLibraries());
        Lights trial = SerialTrial.begin(folders, light);
        atTheEnd(() -> trial.close(TRIAL_DARK_WITHIN));
        return trial;
    }

    /** Settings that may not be needed. */
    private static final class OpenedOnce implements Supplier<SettingsStore> {

        private final Folders folders;
        private SettingsStore opened;

        OpenedOnce(Folders folders) {
            this.folders = folders;
        }

        @Override
        public synchronized SettingsStore get() {
            if (opened == null) {
                opened = SettingsFiles.open(folders, Clock.systemUTC());
            }
            return opened;
        }
    }

    @Override
    public List<LightModel> models() {
        return new Catalogue().models();
    }

    @Override
    public Optional<LightModel> model(String keyNameOrId) {
        return new Catalogue().find(keyNameOrId);
    }
}
