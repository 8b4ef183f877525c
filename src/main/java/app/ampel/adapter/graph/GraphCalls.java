package app.ampel.adapter.graph;

import app.ampel.adapter.graph.signin.AccessTokens;
import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
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
    private final boolean ofPages;
    private GraphServiceClient client;

    /** Those of the registration that counts at the moment. */
    public interface Source {
        GraphCalls calls() throws ProblemException;
    }

    public GraphCalls(Registration registration, AccessTokens tokens, HttpStack http, Clock clock) {
        this(registration, tokens, http, clock, false);
    }

    /** For {@link #lookUp}: answers may be long pages, and waiting for one ends when the thread is interrupted. */
    public static GraphCalls ofPages(Registration registration, AccessTokens tokens, HttpStack http, Clock clock) {
        return new GraphCalls(registration, tokens, http, clock, true);
    }

    private GraphCalls(Registration registration, AccessTokens tokens, HttpStack http, Clock clock, boolean ofPages) {
        this.ofPages = ofPages;
        this.graph = registration.graphUrl();
        this.tokens = tokens;
        this.http = http;
        this.clock = clock;
    }

    /**
     * As {@link #call}, about others: the directory, and their presence.
     *
     * @throws ProblemException {@code CONSENT_NEEDED} with the scope's word, {@code NOT_FOUND}, {@code CANCELLED}, and what
     *     is said of one's own presence
     */
    public <T> T lookUp(Scope scope, Function<GraphServiceClient, T> request) throws ProblemException {
        try {
            return call(GraphErrors.Purpose.LOOK_UP, scope, request);
        } catch (ProblemException e) {
            Problem said = e.problem();
            if (said.kind() == Problem.Kind.SIGN_IN_CANCELLED) {
                // Interrupted on the way to a token.
                Thread.currentThread().interrupt();
                throw new ProblemException(Problem.of(Problem.Kind.CANCELLED), e);
            }
            boolean atEntra = said.kind() == Problem.Kind.CONSENT_NEEDED;
            throw atEntra ? new ProblemException(new Problem(said.kind(), scope.word(), said.until()), e) : e;
        }
    }

    /** Whether the token given last was given for this. */
    public boolean grants(Scope scope) {
        return tokens.grants(scope);
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
            if (isWorthAnotherToken(e, purpose, scope)) {
                tokens.accessToken(Optional.empty(), true);
                return again(purpose, scope, request);
            }
            return give(e, purpose, scope);
        }
    }

    /**
     * With a claims challenge the SDK has asked for another token and repeated the request already. About others a scope may
     * be refused that the token was given for: then Entra has to say whether it still is, so that it is not believed for
     * ever.
     */
    private boolean isWorthAnotherToken(Throwable error, GraphErrors.Purpose purpose, Scope scope) {
        return switch (GraphErrors.status(error)) {
            case 401 -> !GraphErrors.hasClaims(error);
            case 403 -> purpose == GraphErrors.Purpose.LOOK_UP && tokens.grants(scope);
            default -> false;
        };
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
        throw GraphErrors.translate(error, purpose, new GraphErrors.Need(scope, tokens.grants(scope)), clock.instant());
    }

    private synchronized GraphServiceClient client() {
        if (client == null) {
            AuthenticationProvider bearer = new BaseBearerTokenAuthenticationProvider(new GraphTokens(graph, tokens));
            OkHttpClient sdks = withTheSdks(http.client());
            client = ofPages
                    ? new GraphServiceClient(new OkHttpRequestAdapter(bearer, null, null, new InterruptibleCalls(sdks)))
                    : new GraphServiceClient(bearer, sdks);
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
