package app.ampel.adapter.graph;

import app.ampel.adapter.graph.signin.MsalAccount;
import app.ampel.adapter.graph.signin.SignInBrowser;
import app.ampel.adapter.graph.signin.TokenLease;
import app.ampel.adapter.graph.signin.TokenStore;
import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.PresenceService;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Interceptor;

/**
 * Microsoft, as far as Ampel needs it, by the registration that the settings name at the moment: when that changes, the
 * next call goes to the new one. Any thread.
 */
public final class Microsoft implements Account, PresenceService, GraphCalls.Source {

    /** A presence has some hundred bytes of structure; an out-of-office text may be long. */
    private static final HttpStack.Limits LIMITS = new HttpStack.Limits(
            Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(30), 512 * 1024, 64 * 1024);

    private final Supplier<Optional<Registration>> registration;
    private final HttpStack http;
    private final TokenStore store;
    private final SignInBrowser browser;
    private final Messages words;
    private final Clock clock;
    private final TokenLease.Owned tokens;
    private Adapters adapters;

    private record Adapters(Registration registration, MsalAccount account, GraphPresence presence, GraphCalls pages) {}

    /**
     * @param registration what to sign in with; empty: nothing yet
     * @param http as {@link #http} makes it
     * @param browser for the sign-in in the browser
     * @param words for the page that the browser shows at the end
     */
    public Microsoft(
            Supplier<Optional<Registration>> registration,
            HttpStack http,
            TokenStore store,
            SignInBrowser browser,
            Messages words,
            Clock clock) {
        this.registration = registration;
        this.http = http;
        this.store = store;
        this.browser = browser;
        this.words = words;
        this.clock = clock;
        this.tokens = new TokenLease.Owned(store);
    }

    /**
     * The HTTP client for all that goes to Microsoft, by MSAL4J and by the Graph SDK.
     *
     * @param answerer answers every request in place of the network: the demo's tenant
     */
    public static HttpStack http(Optional<Interceptor> answerer) {
        return new HttpStack(answerer, AnswerGuard::new, LIMITS);
    }

    private synchronized Adapters adapters() throws ProblemException {
        Registration wanted =
                registration.get().orElseThrow(() -> new ProblemException(Problem.of(Problem.Kind.NO_CLIENT_ID)));
        if (adapters == null || !adapters.registration().equals(wanted)) {
            MsalAccount account = new MsalAccount(wanted, http, tokens.lease(), browser, words, clock);
            adapters = new Adapters(
                    wanted,
                    account,
                    new GraphPresence(wanted, new GraphCalls(wanted, account, http, clock)),
                    GraphCalls.ofPages(wanted, account, http, clock));
        }
        return adapters;
    }

    /** For the doctor: asks Microsoft's hosts by the same way as everything here. */
    public Reach reach(Clock wall) {
        return new Reach(http, wall);
    }

    @Override
    public Optional<Profile> profile() throws ProblemException {
        return adapters().account().profile();
    }

    @Override
    public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        return adapters().account().signIn(way, prompt);
    }

    @Override
    public Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        return adapters().account().grant(wanted, way, prompt);
    }

    @Override
    public void signOut() throws ProblemException {
        adapters().account().signOut();
    }

    @Override
    public TokenPlace tokenPlace() {
        return store.place();
    }

    @Override
    public Presence read() throws ProblemException {
        return adapters().presence().read();
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException {
        adapters().presence().setSession(availability, activity, lease);
    }

    @Override
    public void clearSession() throws ProblemException {
        adapters().presence().clearSession();
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException {
        adapters().presence().setPreferred(availability, activity, time);
    }

    @Override
    public void clearPreferred() throws ProblemException {
        adapters().presence().clearPreferred();
    }

    @Override
    public void setStatusMessage(StatusMessage message) throws ProblemException {
        adapters().presence().setStatusMessage(message);
    }

    /** For what is asked about others. */
    @Override
    public GraphCalls calls() throws ProblemException {
        return adapters().pages();
    }

    @Override
    public void close() {
        store.close();
        http.close();
    }
}
