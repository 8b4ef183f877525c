package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.Account;
import app.ampel.domain.account.ConsentRequest;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.Problem.Remedy;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account at Microsoft, through MSAL4J. A sign-in runs beside the account there is and replaces it only when all is
 * well. Tokens are renewed one call at a time. MSAL4J is loaded with the first sign-in or token, not with the first
 * {@link #profile()}.
 */
public final class MsalAccount implements Account, AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(MsalAccount.class);

    private final Registration registration;
    private final HttpStack http;
    private final TokenStore store;
    private final SignInBrowser browser;
    private final Messages words;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;

    /** One sign-in at a time. */
    private final ReentrantLock signingIn = new ReentrantLock();

    private final HeldTokens tokens;

    /**
     * @param browser for the sign-in in the browser; says false where there is none
     * @param words for the page that the browser shows at the end
     */
    public MsalAccount(
            Registration registration,
            HttpStack http,
            TokenStore store,
            SignInBrowser browser,
            Messages words,
            Clock clock) {
        this(registration, http, store, browser, words, clock, Pause.REAL, BrowserFlow.PATIENCE);
    }

    MsalAccount(
            Registration registration,
            HttpStack http,
            TokenStore store,
            SignInBrowser browser,
            Messages words,
            Clock clock,
            Pause pause,
            Duration patience) {
        this.registration = registration;
        this.http = http;
        this.store = store;
        this.browser = browser;
        this.words = words;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
        this.tokens = new HeldTokens(registration, http, store, clock);
    }

    @Override
    public Optional<Profile> profile() throws ProblemException {
        return tokens.current().map(CachedTokens::profile);
    }

    @Override
    public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        if (!registration.cloud().readsPresence()) {
            throw new ProblemException(Problem.of(Kind.NO_PRESENCE_IN_CLOUD));
        }
        HeldTokens.lock(signingIn);
        try {
            Set<Scope> scopes = HeldTokens.wanted(known());
            SignInFlow.Question question = new SignInFlow.Question(scopes, Optional.empty(), Optional.empty(), prompt);
            CachedTokens fresh = parse(flow(way).run(question));
            if (fresh.isPersonal()) {
                throw new ProblemException(Problem.of(Kind.PERSONAL_ACCOUNT));
            }
            tokens.keep(fresh);
            return fresh.profile();
        } finally {
            signingIn.unlock();
        }
    }

    /** A closed key store or a broken file must not keep anybody from signing in afresh. */
    private Optional<CachedTokens> known() {
        try {
            return tokens.current();
        } catch (ProblemException e) {
            LOG.info("what was signed in before cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Profile grant(ConsentRequest wanted, SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        if (wanted.scopes().contains(Scope.PRESENCE_READ_WRITE)
                && !registration.cloud().setsPresence()) {
            throw new ProblemException(Problem.of(Kind.READ_ONLY_CLOUD));
        }
        HeldTokens.lock(signingIn);
        try {
            CachedTokens before = tokens.signedIn();
            if (wanted.isGranted(before.profile().scopes())) {
                return before.profile();
            }
            Set<Scope> scopes = HeldTokens.wanted(Optional.of(before));
            scopes.addAll(wanted.scopes());
            Optional<Profile> silent = grantedSilently(wanted, scopes);
            return silent.isPresent() ? silent.get() : ask(wanted, scopes, before, way, prompt);
        } finally {
            signingIn.unlock();
        }
    }

    /** Empty when the user has to be asked. */
    private Optional<Profile> grantedSilently(ConsentRequest wanted, Set<Scope> scopes) throws ProblemException {
        try {
            tokens.silent(scopes, Optional.empty(), false);
            return profile().filter(profile -> wanted.isGranted(profile.scopes()));
        } catch (ProblemException e) {
            Kind kind = e.problem().kind();
            if (kind == Kind.CONSENT_NEEDED || kind.remedy() == Remedy.SIGN_IN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Profile ask(
            ConsentRequest wanted, Set<Scope> scopes, CachedTokens before, SignInWay way, Consumer<SignInPrompt> prompt)
            throws ProblemException {
        Optional<String> hint = Optional.of(before.profile().username()).filter(name -> !name.isEmpty());
        SignInFlow.Question question = new SignInFlow.Question(scopes, hint, Optional.of(wanted), prompt);
        CachedTokens fresh = parse(flow(way).run(question));
        if (!fresh.homeAccountId().equals(before.homeAccountId())) {
            throw new ProblemException(Problem.of(Kind.OTHER_ACCOUNT));
        }
        if (!wanted.isGranted(fresh.profile().scopes())) {
            throw new ProblemException(Problem.of(Kind.CONSENT_NEEDED));
        }
        tokens.keep(fresh);
        return fresh.profile();
    }

    @Override
    public void signOut() throws ProblemException {
        tokens.forget();
    }

    @Override
    public TokenPlace tokenPlace() {
        return store.place();
    }

    @Override
    public String accessToken(Optional<String> claims, boolean forceRefresh) throws ProblemException {
        return tokens.accessToken(claims, forceRefresh);
    }

    @Override
    public boolean grants(Scope scope) {
        return tokens.grants(scope);
    }

    private CachedTokens parse(String cache) throws ProblemException {
        return CachedTokens.parse(cache, registration)
                .orElseThrow(() -> new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE)));
    }

    private SignInFlow flow(SignInWay way) {
        Applications applications = new Applications(registration);
        return switch (way) {
            case DEVICE_CODE -> new DeviceCodeFlow(applications, http, clock, pause);
            case BROWSER -> new BrowserFlow(applications, http, browser, words, clock, patience);
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
