package app.ampel.graph;

import app.ampel.account.Account;
import app.ampel.account.Profile;
import app.ampel.account.Registration;
import app.ampel.account.Scope;
import app.ampel.account.SignInPrompt;
import app.ampel.account.SignInWay;
import app.ampel.problem.Problem;
import app.ampel.problem.Problem.Kind;
import app.ampel.problem.Problem.Remedy;
import app.ampel.problem.ProblemException;
import app.ampel.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
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

    private static final Set<Scope> LEAST = Set.of(Scope.USER_READ, Scope.PRESENCE_READ);

    private final Registration registration;
    private final HttpStack http;
    private final TokenStore store;
    private final Browser browser;
    private final Words words;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;

    /** One sign-in at a time. */
    private final ReentrantLock signingIn = new ReentrantLock();

    /** Guards those below: one silent call at a time, and none while the account is changed. */
    private final ReentrantLock tokens = new ReentrantLock();

    private volatile Optional<CachedTokens> current;

    private SilentSession session;

    /** The access token given last; empty when there was none for this account yet. */
    private Optional<String> given = Optional.empty();

    /** Why the last attempt to get one failed; empty when it did not. */
    private Optional<Problem> refusal = Optional.empty();

    private final RenewalLimit limit = new RenewalLimit();

    /**
     * @param browser for the sign-in in the browser; says false where there is none
     * @param words for the page that the browser shows at the end
     */
    public MsalAccount(
            Registration registration, HttpStack http, TokenStore store, Browser browser, Words words, Clock clock) {
        this(registration, http, store, browser, words, clock, Pause.REAL, BrowserFlow.PATIENCE);
    }

    MsalAccount(
            Registration registration,
            HttpStack http,
            TokenStore store,
            Browser browser,
            Words words,
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
    }

    @Override
    public Optional<Profile> profile() throws ProblemException {
        return current().map(CachedTokens::profile);
    }

    @Override
    public Profile signIn(SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        if (!registration.cloud().readsPresence()) {
            throw new ProblemException(Problem.of(Kind.NO_PRESENCE_IN_CLOUD));
        }
        lock(signingIn);
        try {
            Set<Scope> scopes = wanted(known());
            SignInFlow.Question question = new SignInFlow.Question(scopes, Optional.empty(), Optional.empty(), prompt);
            CachedTokens fresh = parse(flow(way).run(question));
            if (fresh.isPersonal()) {
                throw new ProblemException(Problem.of(Kind.PERSONAL_ACCOUNT));
            }
            keep(fresh);
            return fresh.profile();
        } finally {
            signingIn.unlock();
        }
    }

    /** A closed key store or a broken file must not keep anybody from signing in afresh. */
    private Optional<CachedTokens> known() {
        try {
            return current();
        } catch (ProblemException e) {
            LOG.info("what was signed in before cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Profile grant(Scope scope, SignInWay way, Consumer<SignInPrompt> prompt) throws ProblemException {
        if (scope == Scope.PRESENCE_READ_WRITE && !registration.cloud().setsPresence()) {
            throw new ProblemException(Problem.of(Kind.READ_ONLY_CLOUD));
        }
        lock(signingIn);
        try {
            CachedTokens before = signedIn();
            if (before.profile().scopes().contains(scope)) {
                return before.profile();
            }
            Set<Scope> scopes = wanted(Optional.of(before));
            scopes.add(scope);
            Optional<Profile> silent = grantedSilently(scope, scopes);
            return silent.isPresent() ? silent.get() : ask(scope, scopes, before, way, prompt);
        } finally {
            signingIn.unlock();
        }
    }

    /** Empty when the user has to be asked. */
    private Optional<Profile> grantedSilently(Scope scope, Set<Scope> scopes) throws ProblemException {
        try {
            silent(scopes, Optional.empty(), false);
            return profile().filter(profile -> profile.scopes().contains(scope));
        } catch (ProblemException e) {
            Kind kind = e.problem().kind();
            if (kind == Kind.CONSENT_NEEDED || kind.remedy() == Remedy.SIGN_IN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Profile ask(
            Scope scope, Set<Scope> scopes, CachedTokens before, SignInWay way, Consumer<SignInPrompt> prompt)
            throws ProblemException {
        Optional<String> hint = Optional.of(before.profile().username()).filter(name -> !name.isEmpty());
        SignInFlow.Question question = new SignInFlow.Question(scopes, hint, Optional.of(scope), prompt);
        CachedTokens fresh = parse(flow(way).run(question));
        if (!fresh.homeAccountId().equals(before.homeAccountId())) {
            throw new ProblemException(Problem.of(Kind.OTHER_ACCOUNT));
        }
        if (!fresh.profile().scopes().contains(scope)) {
            throw new ProblemException(Problem.of(Kind.CONSENT_NEEDED));
        }
        keep(fresh);
        return fresh.profile();
    }

    @Override
    public void signOut() throws ProblemException {
        tokens.lock();
        try {
            current = Optional.empty();
            session = null;
            given = Optional.empty();
            store.forget();
        } finally {
            tokens.unlock();
        }
    }

    @Override
    public TokenPlace tokenPlace() {
        return store.place();
    }

    @Override
    public String accessToken(Optional<String> claims, boolean forceRefresh) throws ProblemException {
        Set<Scope> scopes = wanted(Optional.of(signedIn()));
        try {
            return silent(scopes, claims, forceRefresh);
        } catch (ProblemException e) {
            if (e.problem().kind() != Kind.CONSENT_NEEDED || scopes.equals(LEAST)) {
                throw e;
            }
            // The consent to the rest was taken back: reading must not suffer from that, and what is not granted any
            // more must not be asked for every time.
            LOG.info("a scope granted before is granted no more ({})", e.getMessage());
            withdraw(scopes);
            return silent(LEAST, claims, forceRefresh);
        }
    }

    @Override
    public boolean grants(Scope scope) {
        Optional<CachedTokens> known = current;
        return known != null
                && known.filter(tokens -> tokens.profile().scopes().contains(scope))
                        .isPresent();
    }

    private void withdraw(Set<Scope> scopes) throws ProblemException {
        Set<Scope> refused = EnumSet.copyOf(scopes);
        refused.removeAll(LEAST);
        lock(tokens);
        try {
            CachedTokens left = signedIn().without(refused, registration);
            session = null;
            given = Optional.empty();
            remember(left);
        } finally {
            tokens.unlock();
        }
    }

    private String silent(Set<Scope> scopes, Optional<String> claims, boolean forceRefresh) throws ProblemException {
        lock(tokens);
        try {
            CachedTokens account = signedIn();
            if (session == null) {
                RenewalHttp requests = new RenewalHttp(new MsalHttp(http), limit, clock);
                session = new SilentSession(new Applications(registration), requests, account, this::renewed);
            }
            String token = session.token(scopes, claims, forceRefresh);
            if (token == null || token.isBlank()) {
                throw new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE));
            }
            given = Optional.of(token);
            refusal = Optional.empty();
            return token;
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            Optional<RenewalLimit.Reached> tooOften = Errors.find(e, RenewalLimit.Reached.class);
            if (tooOften.isPresent()) {
                return givenBefore(tooOften.get());
            }
            ProblemException problem = Errors.ofSignIn(e, clock.instant());
            refusal = Optional.of(problem.problem());
            throw problem;
        } finally {
            tokens.unlock();
        }
    }

    /** What Entra said last still holds; whether the token given last is still good is Graph's to say. */
    private String givenBefore(RenewalLimit.Reached limit) throws ProblemException {
        Problem last = refusal.orElse(Problem.of(Kind.THROTTLED));
        if (refusal.isPresent() || given.isEmpty()) {
            throw new ProblemException(new Problem(last.kind(), last.code(), Optional.of(limit.until())), limit);
        }
        return given.get();
    }

    /** On the thread of a silent call, which holds the lock. */
    private void renewed(String cache) {
        CachedTokens.parse(cache, registration).ifPresent(whole -> {
            CachedTokens fresh =
                    current.map(before -> whole.newerThan(before, registration)).orElse(whole);
            if (fresh != whole) {
                // MSAL4J has to forget the older one as well: the next call begins with what is kept here.
                session = null;
            }
            remember(fresh);
        });
    }

    private void remember(CachedTokens fresh) {
        current = Optional.of(fresh);
        try {
            store.update(fresh.json());
        } catch (ProblemException e) {
            LOG.warn("renewed tokens cannot be stored; they last until Ampel ends", e);
        }
    }

    private Optional<CachedTokens> current() throws ProblemException {
        // Who asks for the name must not wait for a renewal.
        Optional<CachedTokens> known = current;
        if (known != null) {
            return known;
        }
        tokens.lock();
        try {
            if (current == null) {
                current = store.read().flatMap(json -> CachedTokens.parse(json, registration));
            }
            return current;
        } finally {
            tokens.unlock();
        }
    }

    private CachedTokens signedIn() throws ProblemException {
        return current().orElseThrow(() -> new ProblemException(Problem.of(Kind.NOT_SIGNED_IN)));
    }

    private void keep(CachedTokens fresh) throws ProblemException {
        // The user has done all there is to do: an interruption now must not throw it away.
        boolean interrupted = Thread.interrupted();
        tokens.lock();
        try {
            store.replace(fresh.json());
            current = Optional.of(fresh);
            session = null;
            given = Optional.empty();
        } finally {
            tokens.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private CachedTokens parse(String cache) throws ProblemException {
        return CachedTokens.parse(cache, registration)
                .orElseThrow(() -> new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE)));
    }

    /** The whole set, always: what Ampel needs at least and what this account was granted before. */
    private static Set<Scope> wanted(Optional<CachedTokens> account) {
        Set<Scope> scopes = EnumSet.copyOf(LEAST);
        account.ifPresent(tokens -> scopes.addAll(tokens.profile().scopes()));
        return scopes;
    }

    private SignInFlow flow(SignInWay way) {
        Applications applications = new Applications(registration);
        return switch (way) {
            case DEVICE_CODE -> new DeviceCodeFlow(applications, http, clock, pause);
            case BROWSER -> new BrowserFlow(applications, http, browser, words, clock, patience);
        };
    }

    private static void lock(ReentrantLock lock) throws ProblemException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new ProblemException(Problem.of(Kind.SIGN_IN_CANCELLED), e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
