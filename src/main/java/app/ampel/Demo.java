package app.ampel;

import app.ampel.adapter.files.SettingsFiles;
import app.ampel.adapter.files.history.HistoryFile;
import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.adapter.os.files.Folders;
import app.ampel.demo.ApprovalPage;
import app.ampel.demo.DemoDay;
import app.ampel.demo.DemoPast;
import app.ampel.demo.DemoUser;
import app.ampel.demo.ScriptedAction;
import app.ampel.demo.SelfApproval;
import app.ampel.demo.SignIn;
import app.ampel.demo.SpeedClock;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.Expiry;
import app.ampel.domain.status.StatusRequest;
import app.ampel.face.cli.Console;
import app.ampel.face.cli.ConsoleReporter;
import app.ampel.face.cli.Prompter;
import app.ampel.service.engine.Engine;
import app.ampel.service.overview.Overviews;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.HistorySettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import app.ampel.service.threads.Daemons;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ampel in a simulated tenant, on a simulated day, with somebody who uses it. */
final class Demo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** How long it takes until the sign-in is approved where nobody can. */
    static final Duration WITHOUT_A_BROWSER = Duration.ofSeconds(3);

    /** And where somebody could: there may be no browser behind the program that should open one. */
    static final Duration WITH_A_BROWSER = Duration.ofSeconds(10);

    private final Console console;
    private final SpeedClock day;
    private final DemoDay script;
    private final SignIn signIn;
    private final ApprovalPage page;
    private final boolean browser;
    private final SelfApproval selfApproval;
    private final ConsoleReporter narrator;
    private final Ampel ampel;
    private final DemoColleagues colleagues;
    private final ScheduledExecutorService stage =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("ampel-demo"));
    private Optional<SignInPrompt> prompted = Optional.empty();

    /**
     * @param day which time it is on the simulated day, and how fast it goes
     * @param display whether there may be a window
     * @param browser whether somebody may approve in a browser
     * @param approval after which it is approved all the same
     */
    Demo(Console console, DemoHome home, SpeedClock day, boolean display, boolean browser, Duration approval)
            throws IOException {
        this.console = console;
        this.day = day;
        script = new DemoDay(console.zone());
        signIn = new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE);
        Tenant tenant = new Tenant(day, script, DemoUser.KIM, signIn);
        page = ApprovalPage.start(tenant, console.words());
        this.browser = browser;
        selfApproval = SelfApproval.after(approval, tenant);
        TenantInterceptor interceptor = new TenantInterceptor(tenant, page.address());
        Optional<Registration> registration = Optional.of(DemoUser.KIM.registration());
        Microsoft microsoft = new Microsoft(
                () -> registration,
                Microsoft.http(Optional.of(interceptor)),
                new MemoryTokens(),
                this::open,
                console.words(),
                Clock.systemUTC());
        narrator = new ConsoleReporter(console, day);
        ampel = new Ampel(
                new Environment(home.folders(), day, day.speed(), console.zones(), Environment.Mode.DEMO),
                opening(this::follow),
                home.lock(),
                settings(home.folders()),
                () -> registration,
                microsoft,
                display);
        colleagues = new DemoColleagues(ampel.people(), tenant.directory(), console.words(), narrator::say, stage);
    }

    /** The administrator has agreed for everybody that colleagues and groups may be seen; of the directory there is more to ask. */
    private void agreed() {
        Stream.of(ConsentStep.PRESENCE, ConsentStep.GROUPS)
                .flatMap(step -> step.scopes().stream())
                .forEach(signIn::grantForEverybody);
    }

    /** The same console with another browser. */
    private Console opening(Predicate<URI> open) {
        return new Console(
                console.out(),
                console.err(),
                console.colours(),
                console.words(),
                console.clock(),
                console.zones(),
                open,
                console.copy(),
                console.keyboard());
    }

    /** The people are made up, so nobody can be written to: a link to Teams is shown, and not followed. */
    private boolean follow(URI link) {
        Optional<URI> shown = page.addressOf(link);
        shown.ifPresent(it -> narrator.say(console.words().say("demo.people.link", link.toString())));
        return console.open().test(shown.orElse(link));
    }

    /** In the demo there is something to see, unless its user has decided otherwise. */
    private SettingsStore settings(Folders folders) {
        boolean fresh = Files.notExists(folders.settings());
        SettingsStore settings = SettingsFiles.open(folders, Clock.systemUTC());
        if (fresh) {
            try {
                settings.change(
                        usual -> usual.withScreenLight(usual.screenLight().withShown(true)));
                if (!settings.isHistoryLocked()) {
                    past(folders, settings);
                }
            } catch (LockedSettingException | ProblemException e) {
                LOG.warn("The demo has no light on the screen, or no history", e);
            }
        }
        return settings;
    }

    /** There have been days before this one, and it has begun before the demo. */
    private void past(Folders folders, SettingsStore settings) throws LockedSettingException, ProblemException {
        int days = settings.settings().history().days();
        settings.change(usual -> usual.withHistory(new HistorySettings(true, days)));
        new HistoryFile(folders.history(), Clock.systemUTC())
                .keep(new DemoPast(script, console.zone()).until(day.instant(), days, DemoUser.KIM.objectId()));
    }

    private boolean open(URI authorize) {
        return browser ? console.open().test(page.addressFor(authorize)) : selfApproval.open(authorize);
    }

    /** Begins: signs in, and lets the day go on. */
    void start() throws ProblemException {
        ampel.start(true);
        ampel.account().watch(this::prompt);
        ampel.account()
                .signIn(SignInWay.DEVICE_CODE)
                .thenAccept(signedIn -> stage.execute(this::resume))
                .exceptionally(failure -> {
                    LOG.error("The demo could not sign in", failure);
                    ampel.stop();
                    return null;
                });
    }

    Engine engine() {
        return ampel.engine();
    }

    PeopleService people() {
        return ampel.people();
    }

    Overviews overviews() {
        return ampel.overviews();
    }

    /** Blocks until it ends. */
    void awaitStop() {
        ampel.awaitStop();
    }

    /** Ends by itself after so much real time. */
    void endAfter(Duration time) {
        stage.schedule(ampel::stop, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void prompt(AccountState now) {
        Optional<SignInPrompt> asked = now.prompt();
        if (!asked.equals(prompted)) {
            prompted = asked;
            asked.ifPresent(prompt -> new Prompter(console).show(prompt));
        }
    }

    /** Plans what comes next of the story and of what the person does in Ampel, for ever. */
    private void resume() {
        agreed();
        colleagues.begin();
        Instant now = day.instant();
        scene(now);
        act(script.actAfter(now));
    }

    private void scene(Instant after) {
        script.changeAfter(after)
                .ifPresent(next -> at(next, () -> {
                    narrator.say(console.words().say(script.storyAt(next)));
                    scene(next);
                }));
    }

    private void at(Instant when, Runnable task) {
        stage.schedule(task, day.realTimeUntil(when).toNanos(), TimeUnit.NANOSECONDS);
    }

    private void act(ScriptedAction act) {
        at(act.at(), () -> {
            narrator.say(console.words().say(act.story()));
            act.set()
                    .ifPresentOrElse(
                            set -> ampel.status()
                                    .set(new StatusRequest(
                                            set.choice(),
                                            Expiry.after(set.duration(), act.at()),
                                            set.note().map(console.words()::say),
                                            false,
                                            false)),
                            ampel.status()::clear);
            act(script.actAfter(act.at()));
        });
    }

    @Override
    public void close() {
        stage.shutdownNow();
        ampel.close();
        narrator.close();
        selfApproval.close();
        page.close();
    }
}
