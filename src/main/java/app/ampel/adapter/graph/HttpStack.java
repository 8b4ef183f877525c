package app.ampel.adapter.graph;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The one place for proxy, trust, time limits and the demo: one OkHttp client, one connection pool, used by MSAL4J
 * (through {@link MsalHttp}) and by the Graph SDK. Built at first use; building one costs nothing before that. Any
 * thread.
 */
public final class HttpStack implements AutoCloseable {

    /**
     * How long and how much.
     *
     * @param body bytes of an answer after decompression
     */
    public record Limits(Duration connect, Duration read, Duration call, long body) {

        public static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(30), 512 * 1024);

        public Limits {
            Objects.requireNonNull(connect);
            Objects.requireNonNull(read);
            Objects.requireNonNull(call);
        }
    }

    private final Optional<Interceptor> answerer;
    private final Limits limits;
    private final Map<String, String> environment;
    private final SystemTrust trust;
    private final ClockWitness witness = new ClockWitness();
    private OkHttpClient client;

    /** @param answerer answers every request in place of the network: the demo's tenant */
    public HttpStack(Optional<Interceptor> answerer) {
        this(answerer, Limits.DEFAULT, System.getenv(), SystemTrust.ofThisComputer(System.getenv()));
    }

    HttpStack(Optional<Interceptor> answerer, Limits limits, Map<String, String> environment, SystemTrust trust) {
        this.answerer = Objects.requireNonNull(answerer);
        this.limits = limits;
        this.environment = environment;
        this.trust = trust;
    }

    /** For MSAL4J. */
    synchronized OkHttpClient client() {
        if (client == null) {
            client = guarded(transport().newBuilder()).build();
        }
        return client;
    }

    /** The same client with what the SDK needs around it: its own retries and redirects off. */
    OkHttpClient graphClient() {
        RequestOption[] options = {new RetryHandlerOption(null, 0, 0), new RedirectHandlerOption(0, response -> false)};
        OkHttpClient.Builder builder = client().newBuilder();
        builder.interceptors().clear();
        for (Interceptor sdk : GraphClientFactory.createDefaultGraphInterceptors(options)) {
            builder.addInterceptor(sdk);
        }
        return guarded(builder).build();
    }

    private OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        builder.addInterceptor(new AnswerGuard(limits.body(), () -> client().connectionPool(), witness));
        answerer.ifPresent(builder::addInterceptor);
        return builder;
    }

    private OkHttpClient transport() {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .callTimeout(limits.call())
                .followRedirects(false)
                .followSslRedirects(false);
        if (answerer.isEmpty()) {
            EnvironmentProxy proxy = proxies();
            builder.proxySelector(proxy).proxyAuthenticator(proxy.password());
            builder.sslSocketFactory(tls().getSocketFactory(), trust);
        }
        return builder.build();
    }

    EnvironmentProxy proxies() {
        return EnvironmentProxy.from(environment);
    }

    /** Whether nothing of it goes to the network. */
    boolean isSimulated() {
        return answerer.isPresent();
    }

    private SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Ends what is under way and closes idle connections, so that nothing keeps the program from ending. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }
}
