package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Scope;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SilentParameters.SilentParametersBuilder;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tokens without the user, for one account, on the caller's thread. Not thread-safe: MSAL4J joins no two calls. */
final class SilentSession {

    private final Applications applications;
    private final PublicClientApplication application;
    private final IAccount account;

    /** @param changed told the whole cache after each renewal */
    SilentSession(Applications applications, IHttpClient http, CachedTokens tokens, Consumer<String> changed) {
        this.applications = applications;
        this.application = applications.make(http, new CallingThread(), tokens.json(), changed);
        this.account = application.getAccounts().join().stream()
                .filter(found -> tokens.homeAccountId().equals(found.homeAccountId()))
                .findFirst()
                .orElseThrow(() -> new MsalClientException("no such account", "cache_miss"));
    }

    /** Throws what MSAL4J throws. */
    // MSAL4J 1.26 drops its own claims parameter when it renews a token; the deprecated one is the only way there.
    @SuppressWarnings("deprecation")
    String token(Set<Scope> scopes, Optional<String> claims, boolean forceRefresh) {
        try {
            SilentParametersBuilder parameters = SilentParameters.builder(Applications.words(scopes), account)
                    // Without it a renewal goes to the authority's host without its port.
                    .authorityUrl(applications.authority())
                    .forceRefresh(forceRefresh || claims.isPresent());
            claims.ifPresent(json -> parameters.extraQueryParameters(Map.of("claims", Claims.withCapability(json))));
            return application.acquireTokenSilently(parameters.build()).join().accessToken();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("a registration has a sound address", e);
        }
    }

    /** Runs what it is given at once: a renewal every hour needs no thread of its own. */
    private static final class CallingThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // Holds nothing.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return true;
        }
    }
}
