package app.ampel.adapter.http;

import app.ampel.service.doctor.ProxyInForce;
import app.ampel.service.threads.Daemons;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The one place for proxy, trust, time limits and the demo: one OkHttp client, one connection pool. It follows no redirect.
 * Whose answers these are it does not know: who uses it brings the {@link Guard} that judges them. Built at first use;
 * building one costs nothing before that. Any thread.
 */
public final class HttpStack implements AutoCloseable {

    /**
     * How long and how much.
     *
     * @param body bytes of an answer after decompression
     * @param structure bytes of an answer outside of its texts: what a parser makes of each of them takes a hundred times
     *     as much memory
     */
    public record Limits(Duration connect, Duration read, Duration call, long body, long structure) {

        public Limits {
            Objects.requireNonNull(connect);
            Objects.requireNonNull(read);
            Objects.requireNonNull(call);
            if (body < 1 || structure < 1) {
                throw new IllegalArgumentException("an answer has at least a byte");
            }
        }
    }

    /** Makes what stands between the network and whoever asks, sees every answer first, and may refuse it. */
    @FunctionalInterface
    public interface Guard {

        /**
         * @param limits those of the stack; an answer's are the guard's to keep
         * @param hangUp closes the connections that are idle, so that the next call starts afresh
         */
        Interceptor over(Limits limits, Runnable hangUp);
    }

    private final Optional<Interceptor> answerer;
    private final Guard guard;
    private final Limits limits;
    private final Map<String, String> environment;
    private final SystemTrust trust;
    private OkHttpClient client;

    /** @param answerer answers every request in place of the network: the demo's tenant */
    public HttpStack(Optional<Interceptor> answerer, Guard guard, Limits limits) {
        this(answerer, guard, limits, System.getenv(), SystemTrust.ofThisComputer(System.getenv()));
    }

    HttpStack(
            Optional<Interceptor> answerer,
            Guard guard,
            Limits limits,
            Map<String, String> environment,
            SystemTrust trust) {
        this.answerer = Objects.requireNonNull(answerer);
        this.guard = Objects.requireNonNull(guard);
        this.limits = Objects.requireNonNull(limits);
        this.environment = environment;
        this.trust = trust;
    }

    /** Always the same. Who needs more around it derives from it, in front of the guard. */
    public synchronized OkHttpClient client() {
        if (client == null) {
            ConnectionPool pool = new ConnectionPool();
            OkHttpClient.Builder builder = transport().connectionPool(pool);
            builder.addInterceptor(guard.over(limits, pool::evictAll));
            answerer.ifPresent(builder::addInterceptor);
            client = builder.build();
        }
        return client;
    }

    private OkHttpClient.Builder transport() {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(Executors.newCachedThreadPool(Daemons.named("ampel-http"))))
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
        return builder;
    }

    private EnvironmentProxy proxies() {
        return EnvironmentProxy.from(environment);
    }

    /** The proxy that leads to {@code target}, for people; empty where none does, or nothing goes to the network. */
    public Optional<ProxyInForce> proxyTo(URI target) {
        return answerer.isPresent() ? Optional.empty() : proxies().describe(target);
    }

    /** The variable that should name a proxy and does not. */
    public Optional<String> brokenProxy() {
        return proxies().broken();
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
