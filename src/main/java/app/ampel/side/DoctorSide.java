package app.ampel.side;

import app.ampel.adapter.graph.Microsoft;
import app.ampel.adapter.graph.Reach;
import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.adapter.os.install.Autostart;
import app.ampel.adapter.os.install.UdevRulesFile;
import app.ampel.adapter.os.log.LogTail;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Registration;
import app.ampel.domain.light.model.UdevRules;
import app.ampel.domain.status.ManualStatus;
import app.ampel.face.cli.Version;
import app.ampel.service.doctor.Check;
import app.ampel.service.doctor.Examination;
import app.ampel.service.doctor.Examination.Question;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.Message;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsStore;
import app.ampel.side.light.AttachedLights;
import app.ampel.side.light.LightSide;
import app.ampel.side.light.UdevSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What the doctor asks, and whom: the same in a running program and without one, but for what only one of them knows. */
public final class DoctorSide {

    /** What is shown and searched of the log. */
    static final int LOG_LINES = 500;

    private static final Duration NETWORK = Reach.LIMIT.plusSeconds(2);

    private final Folders folders;
    private final SettingsStore settings;
    private final Microsoft microsoft;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, String> env = System.getenv();
    private final List<Question> questions = new ArrayList<>();

    private DoctorSide(Folders folders, SettingsStore settings, Microsoft microsoft) {
        this.folders = folders;
        this.settings = settings;
        this.microsoft = microsoft;
    }

    /**
     * @param autostart asked in the real thing only: the demo is not what anybody wants to see every morning
     * @param panel whether the tray icon is shown, where that is known
     */
    public static Examination running(
            World world,
            Engine engine,
            LightSide lights,
            SessionSide session,
            Autostart autostart,
            Callable<Optional<Boolean>> panel) {
        DoctorSide side = new DoctorSide(world.folders(), world.settings(), world.microsoft());
        side.about(Check.PROGRAM, () -> new Fact.Program(Fact.Program.Talk.RUNNING));
        side.about(
                Check.ACCOUNT,
                () -> side.signIn(world.registration().get(), engine.snapshot().account()));
        side.about(
                Check.PRESENCE, () -> reading(engine.snapshot(), world.clock().instant()));
        side.about(Check.LIGHTS, () -> new Fact.Lights(lights.states(), session.isRemote(), lights.looksSlowly()));
        side.maybe(Check.TRAY, Question.LOCAL, () -> panel.call().map(side::panel));
        side.maybe(Check.SESSION, Question.LOCAL, session::heard);
        if (world.isReal()) {
            side.about(Check.AUTOSTART, () -> start(autostart));
        }
        side.everywhere(world.registration().get());
        return side.examination();
    }

    /** @param talk what came of asking for a running program */
    public static Examination alone(
            Folders folders, SettingsStore settings, Microsoft microsoft, Autostart autostart, Fact.Program.Talk talk) {
        DoctorSide side = new DoctorSide(folders, settings, microsoft);
        Optional<Registration> registration = settings.settings().account().registration();
        side.about(Check.PROGRAM, () -> new Fact.Program(talk));
        side.maybe(
                Check.ACCOUNT,
                Question.LOCAL,
                () -> Optional.of(side.signIn(registration, WithoutProgram.account(registration, microsoft))));
        side.about(Check.LIGHTS, () -> AttachedLights.examined(folders, settings.settings()));
        side.maybe(Check.TRAY, Question.LOCAL, () -> WithoutProgram.place().map(side::panel));
        side.about(Check.AUTOSTART, () -> start(autostart));
        side.everywhere(registration);
        return side.examination();
    }

    private void everywhere(Optional<Registration> registration) {
        Reach reach = microsoft.reach(clock);
        maybe(Check.NETWORK, NETWORK, () -> Optional.of(reach.login(registration)));
        maybe(Check.NETWORK, NETWORK, () -> Optional.of(reach.graph(registration)));
        maybe(Check.PROXY, NETWORK, reach::brokenProxy);
        if (registration.isPresent()) {
            maybe(Check.TOKENS, Question.LOCAL, () -> Optional.of(new Fact.Tokens(microsoft.tokenPlace())));
        }
        about(Check.RULES, this::rules);
        about(Check.SETTINGS, this::notes);
        about(Check.HOME, this::home);
        about(Check.MACHINE, this::machine);
        about(Check.MACHINE, this::log);
    }

    private void about(Check check, Callable<? extends Fact> ask) {
        questions.add(Question.of(check, ask));
    }

    private void maybe(Check check, Duration limit, Callable<Optional<? extends Fact>> ask) {
        questions.add(new Question(check, limit, ask));
    }

    private Examination examination() {
        return new Examination(questions, clock::instant);
    }

    private Fact.SignIn signIn(Optional<Registration> registration, AccountState account) {
        return new Fact.SignIn(registration, account);
    }

    /** @param time of now: that of the snapshot is no newer than what it says */
    private static Fact.Reading reading(Snapshot now, Instant time) {
        return new Fact.Reading(
                now.reading(),
                now.now(),
                now.poll().map(Snapshot.Poll::interval),
                now.poll().map(poll -> Duration.between(poll.next(), time)).filter(late -> !late.isNegative()),
                now.manual().flatMap(ManualStatus::problem));
    }

    private Fact.Panel panel(boolean there) {
        return new Fact.Panel(there, env.getOrDefault("XDG_CURRENT_DESKTOP", ""));
    }

    private static Fact.Autostart start(Autostart autostart) throws IOException {
        Optional<Autostart.Entry> entry = autostart.entry();
        return new Fact.Autostart(
                entry.isPresent(),
                entry.filter(Autostart.Entry::on).isPresent(),
                entry.flatMap(Autostart.Entry::gone).map(Path::toString));
    }

    private Fact.Rules rules() throws IOException {
        if (OperatingSystem.current() != OperatingSystem.LINUX) {
            return new Fact.Rules(Fact.Rules.State.NOT_NEEDED);
        }
        String wanted = new UdevSide(settings).rules();
        String name = Path.of(UdevRules.FILE).getFileName().toString();
        return new Fact.Rules(
                switch (new UdevRulesFile(name).compare(wanted)) {
                    case CURRENT -> Fact.Rules.State.CURRENT;
                    case OLD -> Fact.Rules.State.OLD;
                    case MISSING -> Fact.Rules.State.MISSING;
                });
    }

    private Fact.Settings notes() {
        return new Fact.Settings(settings.notes().stream()
                .filter(note -> note.kind() != SettingsNote.Kind.KEPT)
                .map(DoctorSide::said)
                .toList());
    }

    /** What stands in a file may be anything, also what nobody should see. */
    private static Message said(SettingsNote note) {
        boolean ownWord = note.kind() == SettingsNote.Kind.UNKNOWN;
        return Message.of(
                note.kind().key(),
                new Message.Private(
                        note.file().toString(), note.file().getFileName().toString()),
                Integer.toString(note.line()),
                ownWord ? Message.Private.of(note.member()) : note.member(),
                Message.Private.of(note.value()),
                note.allowed());
    }

    private Fact.Home home() throws IOException {
        Path home = folders.home();
        if (!Files.isDirectory(home)) {
            Path nearest = Stream.iterate(home, Path::getParent)
                    .filter(path -> path.getParent() == null || Files.exists(path))
                    .findFirst()
                    .orElseThrow();
            boolean canBeMade = Files.isDirectory(nearest) && Files.isWritable(nearest);
            return new Fact.Home(home.toString(), canBeMade, true, free(nearest));
        }
        return new Fact.Home(home.toString(), Files.isWritable(home), OwnerOnly.isClosed(home), free(home));
    }

    private static long free(Path path) throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    private Fact.Machine machine() throws IOException {
        return new Fact.Machine(
                Version.number(),
                property("java.version") + " (" + property("java.vendor") + ")",
                String.join(" ", property("os.name"), property("os.version"), property("os.arch")),
                (env.getOrDefault("XDG_CURRENT_DESKTOP", "") + " " + env.getOrDefault("XDG_SESSION_TYPE", "")).strip(),
                property("user.home"),
                property("user.name"),
                host());
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** Without asking the network, which may take long. */
    private String host() throws IOException {
        Path file = Path.of("/etc/hostname");
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .map(env::get)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(Files.isReadable(file) ? Files.readString(file).strip() : "");
    }

    private Fact.Log log() throws IOException {
        return new Fact.Log(settings.settings().detailedLog(), new LogTail(folders, LOG_LINES).lines());
    }
}
