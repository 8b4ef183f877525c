package app.ampel.adapter.graph.signin;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ampel.adapter.graph.GuardedStacks;
import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.StandIn;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** An account at a stand-in for Microsoft, with everything real but the pauses. */
abstract class AccountFixture {

    static final String WHOLE_SET = "openid profile offline_access User.Read Presence.Read";

    final StandIn server = new StandIn();
    final SignInService service = new SignInService(server);
    final HttpStack http = GuardedStacks.trusting(Certificates.GOOD);
    final MemoryTokens store = new MemoryTokens();
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    final List<SignInPrompt> prompts = new CopyOnWriteArrayList<>();
    final ExecutorService threads = Executors.newCachedThreadPool();
    SignInBrowser browser = address -> false;
    final MsalAccount account = account(Cloud.GLOBAL);

    MsalAccount account(Cloud cloud) {
        return account(cloud, BrowserFlow.PATIENCE);
    }

    MsalAccount account(Cloud cloud, Duration patience) {
        return new MsalAccount(
                service.registration(cloud),
                http,
                store,
                address -> browser.open(address),
                Messages.in(Locale.UK),
                Clock.systemUTC(),
                pauses::add,
                patience);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        http.close();
        server.close();
    }

    Profile signIn() throws ProblemException {
        return account.signIn(SignInWay.DEVICE_CODE, prompts::add);
    }

    Profile grant() throws ProblemException {
        return account.grant(ConsentRequest.SET_STATUS, SignInWay.DEVICE_CODE, prompts::add);
    }

    /** MSAL4J writes them in an order of its own when it renews. */
    static Set<String> scopes(StandIn.Seen request) {
        return Set.of(request.form().get("scope").split(" "));
    }

    static Set<String> set(String scopes) {
        return Set.of(scopes.split(" "));
    }

    static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    String token() throws ProblemException {
        return account.accessToken(Optional.empty(), false);
    }

    String freshToken() throws ProblemException {
        return account.accessToken(Optional.empty(), true);
    }
}
