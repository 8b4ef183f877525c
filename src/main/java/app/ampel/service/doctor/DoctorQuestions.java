package app.ampel.service.doctor;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Registration;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.ManualStatus;
import app.ampel.service.doctor.Examination.Question;
import app.ampel.service.engine.Engine;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.settings.SettingsNote;
import app.ampel.service.settings.SettingsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What the doctor asks, and whom: the same in a running program and without one, but for what only one of them knows. */
public record DoctorQuestions(SettingsStore settings, Account account, Network network, Computer computer) {

    /** So much more than it takes to give a host up. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * What only a running program knows.
     *
     * @param now what the core's clock says
     * @param registration what to sign in with
     * @param tray whether its icon is shown, where that is known
     * @param session what can be heard of the desktop's session; empty where nobody listens
     * @param startsAtLogin whether it can start with the session at all
     */
    public record Running(
            Engine engine,
            Supplier<Instant> now,
            Supplier<Optional<Registration>> registration,
            Callable<Fact.Lights> lights,
            Callable<Optional<Boolean>> tray,
            Callable<Optional<? extends Fact>> session,
            boolean startsAtLogin) {}

    public List<Question> running(Running program) {
        List<Question> asked = new ArrayList<>();
        asked.add(Question.of(Check.PROGRAM, () -> new Fact.Program(Fact.Program.Talk.RUNNING)));
        asked.add(Question.of(
                Check.ACCOUNT,
                () -> new Fact.SignIn(
                        program.registration().get(),
                        program.engine().snapshot().account())));
        asked.add(Question.of(
                Check.PRESENCE,
                () -> reading(program.engine().snapshot(), program.now().get())));
        asked.add(Question.of(Check.LIGHTS, program.lights()));
        asked.add(maybe(Check.TRAY, () -> program.tray().call().map(this::panel)));
        asked.add(maybe(Check.SESSION, program.session()));
        if (program.startsAtLogin()) {
            asked.add(Question.of(Check.AUTOSTART, computer::autostart));
        }
        asked.addAll(everywhere(program.registration()));
        return asked;
    }

    /**
     * @param talk what came of asking for a running program
     * @param tray whether there is a place for the icon; empty where nobody knows
     */
    public List<Question> alone(
            Fact.Program.Talk talk, Callable<Fact.Lights> lights, Callable<Optional<Boolean>> tray) {
        Optional<Registration> registration = settings.settings().account().registration();
        List<Question> asked = new ArrayList<>();
        asked.add(Question.of(Check.PROGRAM, () -> new Fact.Program(talk)));
        asked.add(Question.of(Check.ACCOUNT, () -> new Fact.SignIn(registration, kept(registration))));
        asked.add(Question.of(Check.LIGHTS, lights));
        asked.add(maybe(Check.TRAY, () -> tray.call().map(this::panel)));
        asked.add(Question.of(Check.AUTOSTART, computer::autostart));
        asked.addAll(everywhere(() -> registration));
        return asked;
    }

    private List<Question> everywhere(Supplier<Optional<Registration>> registration) {
        Duration limit = network.limit().plus(PATIENCE);
        List<Question> asked = new ArrayList<>();
        asked.add(new Question(Check.NETWORK, limit, () -> Optional.of(network.login(registration.get()))));
        asked.add(new Question(Check.NETWORK, limit, () -> Optional.of(network.graph(registration.get()))));
        asked.add(new Question(Check.PROXY, limit, network::brokenProxy));
        asked.add(maybe(Check.TOKENS, () -> registration.get().map(any -> new Fact.Tokens(account.tokenPlace()))));
        asked.add(Question.of(Check.RULES, computer::rules));
        asked.add(Question.of(Check.SETTINGS, this::notes));
        asked.add(Question.of(Check.HOME, computer::home));
        asked.add(Question.of(Check.MACHINE, computer::machine));
        asked.add(Question.of(
                Check.MACHINE, () -> new Fact.Log(settings.settings().detailedLog(), computer.log())));
        return asked;
    }

    private static Question maybe(Check check, Callable<Optional<? extends Fact>> ask) {
        return new Question(check, Question.LOCAL, ask);
    }

    /** From what is kept on this computer; Microsoft is not asked. */
    private AccountState kept(Optional<Registration> registration) {
        if (registration.isEmpty()) {
            return AccountState.signedOut(Optional.of(Problem.of(Problem.Kind.NO_CLIENT_ID)));
        }
        try {
            return account.profile()
                    .map(AccountState::signedIn)
                    .orElseGet(() -> AccountState.signedOut(Optional.empty()));
        } catch (ProblemException e) {
            return AccountState.signedOut(Optional.of(e.problem()));
        }
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
        return new Fact.Panel(there, computer.desktop());
    }

    private Fact.Settings notes() {
        return new Fact.Settings(settings.notes().stream()
                .filter(note -> note.kind() != SettingsNote.Kind.KEPT)
                .map(DoctorQuestions::said)
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
}
