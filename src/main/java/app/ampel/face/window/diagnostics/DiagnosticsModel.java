package app.ampel.face.window.diagnostics;

import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.UdevOutcome;
import app.ampel.domain.light.model.UdevRules;
import app.ampel.domain.problem.Problem;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Wording;
import app.ampel.face.window.signin.LetterModel;
import app.ampel.face.window.signin.Letters;
import app.ampel.face.window.signin.SignInFailure;
import app.ampel.service.doctor.Actor;
import app.ampel.service.doctor.Diagnosis;
import app.ampel.service.doctor.DiagnosticReport;
import app.ampel.service.doctor.DoctorService;
import app.ampel.service.doctor.Evidence;
import app.ampel.service.doctor.Examination;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.Finding;
import app.ampel.service.doctor.LogEnd;
import app.ampel.service.doctor.LogLine;
import app.ampel.service.doctor.MessageRenderer;
import app.ampel.service.doctor.Severity;
import app.ampel.service.doctor.Step;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.text.Messages;
import app.ampel.service.window.WindowService;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The diagnostics page without its looks: a face to draw, and the verbs behind the buttons. One thread. */
public final class DiagnosticsModel {

    private final DoctorService doctor;
    private final Supplier<CompletableFuture<UdevOutcome>> installRules;
    private final SettingsService settings;
    private final WindowService window;
    private final Messages words;
    private final MessageRenderer saying;
    private final Predicate<String> copy;
    private final LetterModel letter;
    private final Runnable toSignIn;
    private final Executor thread;
    private final ReadOnlyObjectWrapper<DiagnosticsViewState> viewState = new ReadOnlyObjectWrapper<>();

    private Optional<Diagnosis> known = Optional.empty();
    private Optional<Examination.Run> run = Optional.empty();
    private String report = "";
    private int answered;
    private String notice = "";
    private LogLine.Level least = LogLine.Level.DEBUG;
    private LogEnd log = LogEnd.UNREAD;
    private List<LogLine> entries = List.of();
    private boolean following;
    private boolean reading;

    /**
     * @param installRules puts the rules for USB lights in place; what came of it
     * @param copy puts a text on the clipboard, false where there is none
     * @param toSignIn leads to the sign-in
     */
    public DiagnosticsModel(
            PageContext context,
            DoctorService doctor,
            Supplier<CompletableFuture<UdevOutcome>> installRules,
            Predicate<String> copy,
            Runnable toSignIn) {
        this.doctor = doctor;
        this.installRules = installRules;
        settings = context.settings();
        window = context.window();
        words = context.words().onScreen();
        this.saying = new MessageRenderer(words, false);
        this.copy = copy;
        this.letter = new LetterModel(window::open, copy, words);
        this.toSignIn = toSignIn;
        thread = context.thread();
        show();
    }

    public ReadOnlyObjectProperty<DiagnosticsViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    public DiagnosticsViewState viewState() {
        return viewState.get();
    }

    /** To the administrator. */
    LetterModel letter() {
        return letter;
    }

    /** Whether there is something to look at every second. */
    public boolean isMoving() {
        return following;
    }

    /** The page comes up: the first time it is what somebody wants to know. */
    public void open() {
        if (known.isEmpty() && run.isEmpty()) {
            check();
        }
    }

    /** Examines everything again. */
    public void check() {
        cancel();
        notice = "";
        answered = 0;
        Examination.Run mine = doctor.examine(count -> thread.execute(() -> progress(count)));
        run = Optional.of(mine);
        mine.result().whenComplete((evidence, thrown) -> thread.execute(() -> examined(mine, evidence)));
        show();
    }

    private void progress(int count) {
        answered = Math.max(answered, count);
        show();
    }

    private void examined(Examination.Run which, Evidence evidence) {
        if (run.filter(which::equals).isEmpty()) {
            return;
        }
        run = Optional.empty();
        if (evidence != null) {
            known = Optional.of(Diagnosis.of(evidence));
            report = DiagnosticReport.of(known.get());
        }
        show();
    }

    /** What was known before stays. */
    public void cancel() {
        Optional<Examination.Run> ended = run;
        run = Optional.empty();
        ended.ifPresent(it -> it.cancel().run());
        show();
    }

    /** Does what the button on a finding's card says. */
    public void act(Step step) {
        switch (step.kind()) {
            case SIGN_IN -> toSignIn.run();
            case INSTALL_RULES -> {
                say("doctor.installing");
                installRules.get().whenComplete((outcome, thrown) -> later(() -> installed(outcome)));
            }
            case ASK_ADMINISTRATOR -> known.ifPresent(it -> write(step, it.evidence()));
            case COPY_COMMAND -> copied(step.argument(), "doctor.copied.command");
            case OPEN_PAGE -> say(window.open(URI.create(step.argument())) ? "doctor.opened" : "doctor.not-opened");
            case OPEN_FOLDER -> openFolder(window.openHome());
            case START -> {
                // It is running: this window is its own.
            }
        }
    }

    private void installed(UdevOutcome outcome) {
        check();
        notice = words.say("cli.udev." + (outcome == null ? UdevOutcome.FAILED : outcome).word(), UdevRules.BY_HAND);
        show();
    }

    private void write(Step step, Evidence evidence) {
        Optional<Fact.SignIn> signIn = evidence.find(Fact.SignIn.class);
        boolean reads = signIn.flatMap(it -> it.account().profile())
                .filter(profile -> profile.scopes().contains(Scope.PRESENCE_READ))
                .isPresent();
        Set<Scope> scopes = EnumSet.copyOf(Scope.LEAST);
        if (reads) {
            scopes.addAll(ConsentRequest.SET_STATUS.scopes());
        }
        Letters.Topic topic = SignInFailure.of(
                        Problem.Kind.valueOf(step.argument()),
                        settings.settings().account().way())
                .topic();
        letter.begin(new Letters(words).of(topic, signIn.flatMap(Fact.SignIn::registration), scopes, ""));
    }

    public void copyReport() {
        if (!report.isEmpty()) {
            copied(report, "doctor.copied.report");
        }
    }

    private void copied(String text, String key) {
        say(copy.test(text) ? key : "doctor.not-copied");
    }

    private void openFolder(CompletableFuture<Boolean> opening) {
        opening.whenComplete((done, thrown) -> {
            if (!Boolean.TRUE.equals(done)) {
                later(() -> say("doctor.no-folder"));
            }
        });
    }

    public void openLog() {
        openFolder(window.openLog());
    }

    /** Whether somebody looks at the log. */
    public void follow(boolean isFollowing) {
        following = isFollowing;
        tick();
    }

    /** What a line of the log has to be at least to be shown. */
    public void filter(LogLine.Level level) {
        least = level;
        show();
    }

    /** How much is written to the log from now on. */
    public void detailed(boolean isDetailed) {
        notice = "";
        settings.change(all -> all.withDetailedLog(isDetailed))
                .whenComplete((changed, thrown) -> later(() -> {
                    if (thrown != null) {
                        notice = new Wording(words).of(Wording.problem(thrown));
                    }
                    show();
                }));
    }

    /** A second has passed: is there something new in the log? */
    public void tick() {
        if (following && !reading) {
            reading = true;
            doctor.log(log).whenComplete((end, thrown) -> later(() -> read(end)));
        }
    }

    private void read(Optional<LogEnd> end) {
        reading = false;
        if (end != null && end.isPresent()) {
            log = end.get();
            entries = LogLine.read(log.lines());
            show();
        }
    }

    private void later(Runnable task) {
        thread.execute(task);
    }

    private void say(String key) {
        notice = words.say(key);
        show();
    }

    private void show() {
        List<Finding> findings = known.map(Diagnosis::findings).orElse(List.of());
        List<String> fine = findings.stream()
                .filter(it -> it.severity() == Severity.OK)
                .map(it -> saying.of(it.what()))
                .toList();
        DiagnosticsViewState fresh = new DiagnosticsViewState(
                headline(),
                known.map(Diagnosis::worst).orElse(Severity.OK),
                run.map(it -> Math.min(1.0, (double) answered / Math.max(1, doctor.questions()))),
                cards(findings.stream().filter(Finding::isTodo)),
                cards(findings.stream().filter(it -> it.severity() == Severity.NOTE)),
                fine,
                fine.isEmpty() ? "" : words.say("doctor.passed", fine.size()),
                report,
                notice,
                new DiagnosticsViewState.Log(rows(), least, settings.settings().detailedLog()));
        if (!fresh.equals(viewState.get())) {
            viewState.set(fresh);
        }
    }

    private String headline() {
        if (run.isPresent()) {
            return words.say("doctor.checking");
        }
        int todo = known.map(diagnosis -> diagnosis.todo().size()).orElse(0);
        return known.isEmpty()
                ? words.say("doctor.not-checked")
                : words.say(todo == 0 ? "doctor.well" : "doctor.needs", todo);
    }

    private List<DiagnosticsViewState.Card> cards(Stream<Finding> findings) {
        return findings.map(this::card).toList();
    }

    private DiagnosticsViewState.Card card(Finding finding) {
        return new DiagnosticsViewState.Card(
                finding.severity(),
                words.say("doctor.severity." + finding.severity().word()),
                saying.of(finding.what()),
                finding.isTodo() && finding.who() != Actor.NOBODY
                        ? words.say("doctor.who." + finding.who().word())
                        : "",
                finding.next()
                        .filter(step -> step.kind() != Step.Kind.START)
                        .map(step -> new DiagnosticsViewState.Next(
                                step, words.say("doctor.step." + step.kind().word()))));
    }

    /** What was thrown stands below its entry and goes with it. */
    private List<DiagnosticsViewState.Row> rows() {
        return entries.stream()
                .filter(entry -> entry.level().compareTo(least) >= 0)
                .flatMap(entry -> Stream.concat(Stream.of(entry.text()), entry.more().stream())
                        .map(text -> new DiagnosticsViewState.Row(entry.level(), text)))
                .toList();
    }
}
