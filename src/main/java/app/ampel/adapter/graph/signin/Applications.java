package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.MalformedURLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Makes MSAL4J's application objects, all alike. */
final class Applications {

    private final Registration registration;

    Applications(Registration registration) {
        this.registration = registration;
    }

    /**
     * @param cache what the application's cache starts with, empty for none
     * @param changed told the whole cache after each change
     */
    PublicClientApplication make(IHttpClient http, ExecutorService executor, String cache, Consumer<String> changed) {
        try {
            PublicClientApplication application = PublicClientApplication.builder(registration.clientId())
                    .authority(authority())
                    // Login hosts come from our own table or from the user's own word: nothing to discover, one round
                    // trip less at each start, and private authorities work.
                    .instanceDiscovery(false)
                    // Ampel understands claims challenges, so Microsoft may hand out long-lived tokens.
                    .clientCapabilities(Set.of("cp1"))
                    .disableInternalRetries()
                    .httpClient(http)
                    .executorService(executor)
                    .setTokenCacheAccessAspect(new Listener(changed))
                    .build();
            application.tokenCache().deserialize(cache);
            return application;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("a registration has a sound address", e);
        }
    }

    String authority() {
        String text = registration.authorityUrl().toString();
        return text.endsWith("/") ? text : text + "/";
    }

    /** The one form in which scopes are ever asked for: MSAL4J's cache compares them as text. */
    static Set<String> words(Set<Scope> scopes) {
        Set<String> words = new LinkedHashSet<>();
        new TreeSet<>(scopes).forEach(scope -> words.add(scope.word()));
        return words;
    }

    /** The application's memory is the truth while it lives; it only reports changes. */
    private record Listener(Consumer<String> changed) implements ITokenCacheAccessAspect {

        @Override
        public void beforeCacheAccess(ITokenCacheAccessContext context) {
            // Nobody else writes: one program per home folder.
        }

        @Override
        public void afterCacheAccess(ITokenCacheAccessContext context) {
            if (context.hasCacheChanged()) {
                changed.accept(context.tokenCache().serialize());
            }
        }
    }
}
