package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.NetworkErrors;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.problem.Retry;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of the account that is signed in: kept, and renewed without the user, one call at a time. MSAL4J is loaded
 * with the first renewal. Any thread.
 */
final class HeldTokens {

    private static final Logger LOG = LoggerFactory.getLogger(HeldTokens.class);

    private final Registration registration;
    private final HttpStack http;
    private final TokenStore store;
    private final Clock clock;

    /** Guards those below: one silent call at a time, and none while the account is changed. */
    private final ReentrantLock tokens = new ReentrantLock();

    private volatile Optional<CachedTokens> current;

    private SilentSession session;

    /** The access token given last; empty when there was none for this account yet. */
    private Optional<String> given = Optional.empty();

    /** Why Entra refused to give one at the last attempt; empty when it did not. */
    private Optional<Problem> refusal = Optional.empty();

    private final RenewalLimit limit = new RenewalLimit();

    HeldTokens(Registration registration, HttpStack http, TokenStore store, Clock clock) {
        this.registration = registration;
        this.http = http;
        this.store = store;
        this.clock = clock;
    }

    /** Of what Ampel needs at least, and of all that this account was granted before. */
    String accessToken(Optional<String> claims, boolean forceRefresh) throws ProblemException {
        // What one finds out about the consent is found out for all who wait.
        lock(tokens);
        try {
            Set<Scope> scopes = wanted(Optional.of(signedIn()));
            try {
                return silent(scopes, claims, forceRefresh);
            } catch (ProblemException e) {
                if (!isRefused(e) || scopes.equals(Scope.LEAST)) {
                    throw e;
                }
                // The consent to some of it was taken back: the rest must not suffer from that, and what is not granted
                // any more must not be asked for every time.
                LOG.info("a scope granted before is granted no more ({})", e.getMessage());
                return ofWhatIsLeft(scopes, claims);
            }
        } finally {
            tokens.unlock();
        }
    }

    /** Entra has said so, and not the limit that Entra is not asked now. */
    private static boolean isRefused(ProblemException e) {
        return e.problem().kind() == Kind.CONSENT_NEEDED && e.problem().until().isEmpty();
    }

    /**
     * Entra does not say which scope it is. What is needed at least comes first, so that reading goes on; its answer usually
     * names all that is granted. What it does not name is asked for step by step: one question each, and none for the last
     * where it can be nothing else.
     */
    private String ofWhatIsLeft(Set<Scope> before, Optional<String> claims) throws ProblemException {
        String token = ofTheLeast(before, claims);
        List<Set<Scope>> unsure = Scope.STEPS.stream()
                .map(step -> both(step, before))
                .filter(step -> !granted().containsAll(step))
                .toList();
        boolean found = false;
        for (Set<Scope> step : unsure) {
            if (!found && step == unsure.get(unsure.size() - 1)) {
                break;
            }
            try {
                Set<Scope> more = wanted(current);
                more.addAll(step);
                token = silent(more, claims, false);
            } catch (ProblemException e) {
                if (e.problem().kind() == Kind.SIGN_IN_CANCELLED) {
                    throw e;
                }
                found = true;
                if (!isRefused(e)) {
                    LOG.info("what is granted still is found out when it is used: {}", e.getMessage());
                    break;
                }
            }
        }
        // It was about more than is asked for from now on.
        refusal = Optional.empty();
        return token;
    }

    private String ofTheLeast(Set<Scope> before, Optional<String> claims) throws ProblemException {
        try {
            return silent(Scope.LEAST, claims, true);
        } catch (ProblemException e) {
            if (isRefused(e)) {
                withdraw(before);
            }
            throw e;
        }
    }

    private static Set<Scope> both(Set<Scope> some, Set<Scope> others) {
        Set<Scope> both = EnumSet.copyOf(some);
        both.retainAll(others);
        return both;
    }

    /** Whether the token given last was given for this. */
    boolean grants(Scope scope) {
        return granted().contains(scope);
    }

    private Set<Scope> granted() {
        Optional<CachedTokens> known = current;
        return known == null
                ? Set.of()
                : known.map(tokens -> tokens.profile().scopes()).orElse(Set.of());
    }

    private void withdraw(Set<Scope> scopes) throws ProblemException {
        Set<Scope> refused = EnumSet.copyOf(scopes);
        refused.removeAll(Scope.LEAST);
        CachedTokens left = signedIn().without(refused, registration);
        session = null;
        given = Optional.empty();
        remember(left);
    }

    String silent(Set<Scope> scopes, Optional<String> claims, boolean forceRefresh) throws ProblemException {
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
            Optional<RenewalLimit.Reached> tooOften = NetworkErrors.find(e, RenewalLimit.Reached.class);
            if (tooOften.isPresent()) {
                return givenBefore(tooOften.get());
            }
            ProblemException problem = SignInErrors.ofSignIn(e, clock.instant());
            refusal = Optional.of(problem.problem()).filter(said -> said.kind().retry() != Retry.SOON);
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

    Optional<CachedTokens> current() throws ProblemException {
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

    CachedTokens signedIn() throws ProblemException {
        return current().orElseThrow(() -> new ProblemException(Problem.of(Kind.NOT_SIGNED_IN)));
    }

    /** After a sign-in. */
    void keep(CachedTokens fresh) throws ProblemException {
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

    /** After a sign-out. */
    void forget() throws ProblemException {
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

    /** The whole set, always: what Ampel needs at least and what this account was granted before. */
    static Set<Scope> wanted(Optional<CachedTokens> account) {
        Set<Scope> scopes = EnumSet.copyOf(Scope.LEAST);
        account.ifPresent(tokens -> scopes.addAll(tokens.profile().scopes()));
        return scopes;
    }

    static void lock(ReentrantLock lock) throws ProblemException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new ProblemException(Problem.of(Kind.SIGN_IN_CANCELLED), e);
        }
    }
}
