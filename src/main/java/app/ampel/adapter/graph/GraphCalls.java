package app.ampel.adapter.graph;

import app.ampel.adapter.graph.signin.AccessTokens;
import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * Any request of the Graph SDK's: sent, sent once more with a fresh token where Graph refuses the old one, and every error
 * made one of our problems. The SDK is loaded with the first call. Blocks within the limits of the HTTP client. Any
 * thread.
 */
public final class GraphCalls {

    private final URI graph;
    private final AccessTokens tokens;
    private final HttpStack http;
    private final Clock clock;
    private GraphServiceClient client;

    public GraphCalls(Registration registration, AccessTokens tokens, HttpStack http, Clock clock) {
        this.graph = registration.graphUrl();
        this.tokens = tokens;
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param scope what the request needs; when it is refused, that it was not granted may be why
     * @param request makes the request of the client, and may be called twice: a body can be sent once only, because the
     *     SDK counts what was sent as unchanged and leaves it out the next time
     */
    <T> T call(GraphErrors.Purpose purpose, Scope scope, Function<GraphServiceClient, T> request)
            throws ProblemException {
        try {
            return request.apply(client());
        } catch (RuntimeException | StackOverflowError e) {
            // With a claims challenge the SDK has asked for another token and repeated the request already.
            if (GraphErrors.status(e) == 401 && !GraphErrors.hasClaims(e)) {
                tokens.accessToken(Optional.empty(), true);
                return again(purpose, scope, request);
            }
            return give(e, purpose, scope);
        }
    }

    private <T> T again(GraphErrors.Purpose purpose, Scope scope, Function<GraphServiceClient, T> request)
            throws ProblemException {
        try {
            return request.apply(client());
        } catch (RuntimeException | StackOverflowError e) {
            return give(e, purpose, scope);
        }
    }

    private <T> T give(Throwable error, GraphErrors.Purpose purpose, Scope scope) throws ProblemException {
        if (purpose == GraphErrors.Purpose.CLEAR && GraphErrors.status(error) == 404) {
            return null;
        }
        throw GraphErrors.translate(error, purpose, tokens.grants(scope), clock.instant());
    }

    private synchronized GraphServiceClient client() {
        if (client == null) {
            client = new GraphServiceClient(
                    new BaseBearerTokenAuthenticationProvider(new GraphTokens(graph, tokens)),
                    withTheSdks(http.client()));
            client.getRequestAdapter().setBaseUrl(graph.toString());
        }
        return client;
    }

    /** With what the SDK needs, in front of the guard: its own retries and redirects off. */
    private static OkHttpClient withTheSdks(OkHttpClient ours) {
        RequestOption[] options = {new RetryHandlerOption(null, 0, 0), new RedirectHandlerOption(0, response -> false)};
        OkHttpClient.Builder builder = ours.newBuilder();
        builder.interceptors().addAll(0, List.of(GraphClientFactory.createDefaultGraphInterceptors(options)));
        return builder.build();
    }
}
