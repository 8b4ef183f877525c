package app.ampel.face.cli;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.AccountReport;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.Values;
import app.ampel.service.account.AccountRegistration;
import app.ampel.service.account.AccountStore;
import app.ampel.service.json.Json;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sign-in}, {@code account}, {@code sign-out}. */
final class AccountCommands {

    private AccountCommands() {}

    @Command(name = "sign-in")
    static final class SignIn implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Option(names = "--client-id", paramLabel = "ID", descriptionKey = "ampel.sign-in.client-id")
        private String clientId;

        @Option(names = "--tenant", paramLabel = "ID", descriptionKey = "ampel.sign-in.tenant")
        private String tenant;

        @Option(
                names = "--cloud",
                paramLabel = "CLOUD",
                completionCandidates = Candidates.Clouds.class,
                descriptionKey = "ampel.sign-in.cloud")
        private String cloud;

        @Option(names = "--browser", negatable = true, descriptionKey = "ampel.sign-in.browser")
        private Boolean browser;

        @Option(names = "--authority", paramLabel = "URL", hidden = true)
        private String authority;

        @Option(names = "--graph", paramLabel = "URL", hidden = true)
        private String graph;

        SignIn(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            try {
                return signIn(session);
            } catch (ProblemException e) {
                throw Failure.atTheEnd(e, session.console().words());
            }
        }

        private int signIn(Session session) throws Exception {
            AccountSettings given = given(new Values(session.console().words()));
            AccountRegistration.requirePresence(given);
            Optional<ObjectNode> answer = session.askIfRunning(request(given), Session.ENDLESS);
            ObjectNode said = answer.isPresent() ? answer.get() : session.directly(s -> signIn(session, s, given));
            session.console().print(session.console().say("cli.signed-in"));
            session.print(said, false, "account");
            if (!AccountRegistration.setsPresence(given)) {
                session.console().print(session.console().words().say(Problem.of(Problem.Kind.READ_ONLY_CLOUD)));
            }
            return ExitCode.OK;
        }

        private AccountSettings given(Values values) throws Failure {
            Optional<SignInWay> way =
                    Optional.ofNullable(browser).map(yes -> yes ? SignInWay.BROWSER : SignInWay.DEVICE_CODE);
            return values.account(
                    Optional.ofNullable(clientId),
                    Optional.ofNullable(tenant),
                    Optional.ofNullable(cloud),
                    Optional.ofNullable(authority),
                    Optional.ofNullable(graph),
                    way.map(SignInWay::word));
        }

        private static ObjectNode request(AccountSettings given) {
            ObjectNode request = LineStarts.ask("sign-in");
            given.clientId().ifPresent(value -> request.put("clientId", value));
            given.tenant().ifPresent(value -> request.put("tenant", value));
            given.cloud().ifPresent(value -> request.put("cloud", value.word()));
            given.authority().ifPresent(value -> request.put("authority", value.toString()));
            given.graph().ifPresent(value -> request.put("graph", value.toString()));
            given.signIn().ifPresent(value -> request.put("signIn", value.word()));
            return request;
        }

        private static ObjectNode signIn(Session session, SettingsStore settings, AccountSettings given)
                throws ProblemException, LockedSettingException {
            AccountRegistration registration = registration(settings);
            AccountSettings inForce = registration.register(given);
            try (Account account = open(session, registration.inForce())) {
                Profile who = account.signIn(inForce.way(), new Prompter(session.console())::show);
                return AccountReport.of(
                        who, account.tokenPlace(), session.console().words());
            }
        }
    }

    @Command(name = "account")
    static final class Show implements Callable<Integer> {

        private final AmpelCommand ampel;

        @Option(names = "--json", descriptionKey = "ampel.account.json")
        private boolean json;

        Show(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            try {
                Optional<ObjectNode> answer = session.askIfRunning(LineStarts.ask("account"), Session.AT_ONCE);
                session.print(
                        answer.isPresent() ? answer.get() : session.directly(s -> read(session, s)), json, "account");
                return ExitCode.OK;
            } catch (Failure | ProblemException e) {
                return signedOut(
                        session.console(), Failure.of(e, session.console().words()));
            }
        }

        /** A program that asks in JSON gets JSON for an answer that is none of the failures. */
        private int signedOut(Console console, Failure failure) throws Failure {
            if (json && failure.exit() == ExitCode.SIGN_IN_NEEDED) {
                ObjectNode account = JsonNodeFactory.instance.objectNode();
                console.print(Json.line(account.put("state", "signed-out")));
            }
            throw failure;
        }

        private static ObjectNode read(Session session, SettingsStore settings) throws ProblemException {
            try (Account account = open(session, signedInWith(settings))) {
                Profile who = account.profile()
                        .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
                return AccountReport.of(
                        who, account.tokenPlace(), session.console().words());
            }
        }
    }

    @Command(name = "sign-out")
    static final class SignOut implements Callable<Integer> {

        private final AmpelCommand ampel;

        SignOut(AmpelCommand ampel) {
            this.ampel = ampel;
        }

        @Override
        public Integer call() throws Exception {
            Session session = ampel.session();
            Optional<ObjectNode> answer = session.askIfRunning(LineStarts.ask("sign-out"), Session.MINUTES);
            if (answer.isEmpty()) {
                session.directly(settings -> signOut(session, settings));
            }
            session.console().print(session.console().say("control.signed-out"));
            return ExitCode.OK;
        }

        private static boolean signOut(Session session, SettingsStore settings) throws ProblemException {
            try (Account account = open(session, signedInWith(settings))) {
                account.signOut();
            }
            session.program().forgetPresence(session.folders());
            return true;
        }
    }

    private static AccountRegistration registration(SettingsStore settings) {
        return new AccountRegistration(AccountStore.of(settings));
    }

    /** Without a client id nobody has ever signed in. */
    private static Registration signedInWith(SettingsStore settings) throws ProblemException {
        return registration(settings)
                .registration()
                .get()
                .orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NOT_SIGNED_IN)));
    }

    private static Account open(Session session, Registration registration) throws ProblemException {
        session.log();
        return session.program().openAccount(session.folders(), registration);
    }
}
