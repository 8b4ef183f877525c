package app.ampel.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.cli.Snapshots;
import app.ampel.service.FakeEngine;
import app.ampel.service.doctor.Examination.Question;
import app.ampel.service.settings.SettingsHome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoctorQuestionsTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final String IDS =
            "{\"account\": {\"clientId\": \"a3be11ca-1de0-4de3-b0de-c0ffee15900d\", \"tenant\": \"zimtstern.example\"}}";

    /** What follows from answers about something else: the account, and the hosts' clocks. */
    private static final Set<Check> CONCLUSIONS = EnumSet.of(Check.PERMISSIONS, Check.CLOCK);

    private final SettingsHome home = new SettingsHome();
    private final KeptAccount account = new KeptAccount();
    private final AskedNetwork network = new AskedNetwork();
    private final FakeEngine engine = new FakeEngine(
            Snapshots.of(Snapshots.known("Busy", "Busy"), Optional.empty(), AccountState.signedIn(Snapshots.ADA)));

    /** Knows who signed in earlier, and may not be asked for more. */
    private static final class KeptAccount implements Account {

        private Optional<Profile> profile = Optional.of(Snapshots.ADA);
        private Optional<Problem> problem = Optional.empty();

        @Override
        public Optional<Profile> profile() throws ProblemException {
            if (problem.isPresent()) {
                throw new ProblemException(problem.get());
            }
            return profile;
        }

        @Override
        public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signOut() {
            throw new UnsupportedOperationException();
        }

        @Override
        public TokenPlace tokenPlace() {
            return TokenPlace.KEY_STORE;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }

    /** Answers at once. */
    private static final class AskedNetwork implements Network {

        private final List<Optional<Registration>> asked = new CopyOnWriteArrayList<>();

        @Override
        public Duration limit() {
            return Duration.ofSeconds(8);
        }

        @Override
        public Fact.Host login(Optional<Registration> registration) {
            asked.add(registration);
            return Situations.host("login.microsoftonline.com");
        }

        @Override
        public Fact.Host graph(Optional<Registration> registration) {
            asked.add(registration);
            return Situations.host("graph.microsoft.com");
        }

        @Override
        public Optional<Fact.BrokenProxy> brokenProxy() {
            return Optional.of(new Fact.BrokenProxy("https_proxy"));
        }
    }

    private DoctorQuestions questions() {
        return new DoctorQuestions(home.open(), account, network, new FakeComputer());
    }

    private List<Question> running(boolean startsAtLogin) {
        return questions()
                .running(new DoctorQuestions.Running(
                        engine,
                        () -> NOW,
                        () -> home.open().settings().account().registration(),
                        () -> new Fact.Lights(List.of(), false),
                        () -> Optional.of(true),
                        () -> Optional.of(new Fact.Session(Fact.Session.Lock.TOLD, true)),
                        startsAtLogin));
    }

    private List<Question> alone() {
        return questions()
                .alone(
                        Fact.Program.Talk.NOT_RUNNING,
                        () -> new Fact.Lights(List.of(), false),
                        () -> Optional.of(false));
    }

    private static List<Check> checks(List<Question> questions) {
        return questions.stream().map(Question::about).distinct().toList();
    }

    private static Set<Check> unasked(List<Question> questions) {
        Set<Check> unasked = EnumSet.complementOf(EnumSet.copyOf(checks(questions)));
        unasked.removeAll(CONCLUSIONS);
        return unasked;
    }

    private static Evidence answers(List<Question> questions) throws Exception {
        List<Fact> facts = new ArrayList<>();
        for (Question question : questions) {
            question.ask().call().ifPresent(facts::add);
        }
        return Situations.of(facts.toArray(Fact[]::new));
    }

    private static <F extends Fact> F fact(List<Question> questions, Class<F> kind) throws Exception {
        return answers(questions).find(kind).orElseThrow();
    }

    @Nested
    class OfARunningProgram {

        @Test
        void areAboutEverything() {
            home.typed(IDS);
            assertThat(unasked(running(true))).isEmpty();
        }

        @Test
        void areNotAboutTheNextLoginWhereItIsADemo() {
            assertThat(checks(running(false))).doesNotContain(Check.AUTOSTART);
        }

        @Test
        void areAnsweredByTheEngine() throws Exception {
            assertThat(fact(running(true), Fact.SignIn.class).account())
                    .isEqualTo(engine.snapshot().account());
            assertThat(fact(running(true), Fact.Reading.class).reading())
                    .isEqualTo(engine.snapshot().reading());
        }

        @Test
        void areAnsweredAnewEachTime() throws Exception {
            List<Question> asked = running(true);
            AccountState nobody = AccountState.signedOut(Optional.empty());
            engine.become(Snapshots.of(Snapshots.known("Busy", "Busy"), Optional.empty(), nobody));
            assertThat(fact(asked, Fact.SignIn.class).account()).isEqualTo(nobody);
            assertThat(network.asked).allSatisfy(host -> assertThat(host).isEmpty());
            network.asked.clear();
            // Somebody registers while the program runs.
            home.typed(IDS);
            assertThat(fact(asked, Fact.SignIn.class).registration()).isPresent();
            assertThat(network.asked)
                    .hasSize(2)
                    .allSatisfy(host -> assertThat(host).isPresent());
        }

        @Test
        void sayNothingOfATrayOrASessionOfWhichNothingIsKnown() throws Exception {
            List<Question> asked = questions()
                    .running(new DoctorQuestions.Running(
                            engine,
                            () -> NOW,
                            Optional::empty,
                            () -> new Fact.Lights(List.of(), false),
                            Optional::empty,
                            Optional::empty,
                            true));
            assertThat(answers(asked).find(Fact.Panel.class)).isEmpty();
            assertThat(answers(asked).find(Fact.Session.class)).isEmpty();
        }
    }

    @Nested
    class WithoutOne {

        @Test
        void areAboutAllThatCanBeKnownThen() {
            home.typed(IDS);
            assertThat(unasked(alone())).containsExactlyInAnyOrder(Check.PRESENCE, Check.SESSION);
        }

        @Test
        void nameWhoSignedInEarlier() throws Exception {
            home.typed(IDS);
            assertThat(fact(alone(), Fact.SignIn.class).account().profile()).contains(Snapshots.ADA);
            account.profile = Optional.empty();
            assertThat(fact(alone(), Fact.SignIn.class).account()).isEqualTo(AccountState.signedOut(Optional.empty()));
        }

        @Test
        void sayWhatIsTheMatterWithTheSignIn() throws Exception {
            assertThat(fact(alone(), Fact.SignIn.class).account().problem())
                    .contains(Problem.of(Problem.Kind.NO_CLIENT_ID));
            home.typed(IDS);
            account.problem = Optional.of(Problem.of(Problem.Kind.CANNOT_SAVE));
            assertThat(fact(alone(), Fact.SignIn.class).account().problem())
                    .contains(Problem.of(Problem.Kind.CANNOT_SAVE));
        }

        @Test
        void sayWhatCameOfAskingForAProgram() throws Exception {
            assertThat(fact(alone(), Fact.Program.class)).isEqualTo(new Fact.Program(Fact.Program.Talk.NOT_RUNNING));
        }
    }

    @Nested
    class Everywhere {

        @Test
        void askTheHostsOfTheRegistration() throws Exception {
            home.typed(IDS);
            answers(running(true));
            answers(alone());
            assertThat(network.asked)
                    .hasSize(4)
                    .allSatisfy(
                            asked -> assertThat(asked.orElseThrow().tenant()).isEqualTo("zimtstern.example"));
        }

        @Test
        void giveTheHostsSomeMoreTimeThanItTakesToGiveThemUp() {
            assertThat(alone())
                    .filteredOn(question -> question.about() == Check.NETWORK)
                    .hasSize(2)
                    .allSatisfy(question -> assertThat(question.limit()).isGreaterThan(network.limit()));
        }

        @Test
        void sayNothingOfTokensWhileThereIsNothingToSignInWith() throws Exception {
            assertThat(answers(alone()).find(Fact.Tokens.class)).isEmpty();
            assertThat(answers(running(true)).find(Fact.Tokens.class)).isEmpty();
            home.typed(IDS);
            assertThat(answers(alone()).find(Fact.Tokens.class))
                    .contains(new Fact.Tokens(Account.TokenPlace.KEY_STORE));
            assertThat(answers(running(true)).find(Fact.Tokens.class)).isPresent();
        }

        /** What somebody has typed into a file by mistake may be a password. */
        @Test
        void letNothingOutOfTheSettingsFilesIntoTheReport() throws Exception {
            home.typed("{\"hunter2\": 1, \"looks\": {\"theme\": \"correct horse\"}}");
            Evidence evidence = answers(alone());
            assertThat(evidence.find(Fact.Settings.class).orElseThrow().notes()).hasSize(2);
            assertThat(DiagnosticReport.of(Diagnosis.of(evidence)))
                    .contains("looks/theme")
                    .doesNotContain("hunter2", "correct horse", home.folder().toString());
        }
    }
}
