package app.ampel.adapter.graph;

import app.ampel.adapter.graph.signin.SignInCodes;
import app.ampel.adapter.http.HttpStack;
import app.ampel.adapter.http.NetworkErrors;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.problem.Problem;
import app.ampel.service.doctor.Fact;
import app.ampel.service.doctor.Fact.Host.Stage;
import app.ampel.service.doctor.Network;
import app.ampel.service.doctor.ProxyInForce;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks one host of Microsoft's something that needs no token, through the same client as everything else: is it reached,
 * by which proxy, and what time is it there? For the doctor; only when somebody asks. Any thread; blocks for
 * {@link #LIMIT} at most.
 */
public final class Reach implements Network {

    public static final Duration LIMIT = Duration.ofSeconds(8);

    private final HttpStack http;
    private final Clock clock;

    /** @param clock the computer's */
    public Reach(HttpStack http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    /** The host that signs people in, and whether it knows the organisation. */
    @Override
    public Fact.Host login(Optional<Registration> registration) {
        URI authority = registration
                .map(Registration::authorityUrl)
                .orElseGet(() -> URI.create("https://" + Cloud.GLOBAL.loginHost() + "/organizations/"));
        return ask(authority.resolve("v2.0/.well-known/openid-configuration"));
    }

    /** The host of the presence; without a token it says only that there is none. */
    @Override
    public Fact.Host graph(Optional<Registration> registration) {
        String graph = registration
                .map(Registration::graphUrl)
                .map(URI::toString)
                .orElse("https://" + Cloud.GLOBAL.graphHost() + "/v1.0");
        return ask(URI.create(graph + "/me"));
    }

    /** A variable that should name a proxy and does not. */
    @Override
    public Optional<Fact.BrokenProxy> brokenProxy() {
        return http.brokenProxy().map(Fact.BrokenProxy::new);
    }

    private Fact.Host ask(URI address) {
        Progress progress = new Progress();
        OkHttpClient client = http.client()
                .newBuilder()
                .callTimeout(LIMIT)
                .eventListener(progress)
                .build();
        Instant asked = clock.instant();
        Optional<Problem> problem;
        Optional<Duration> ahead = Optional.empty();
        try (Response response = client.newCall(
                        new Request.Builder().url(address.toString()).build())
                .execute()) {
            problem = problem(response);
            ahead = ahead(response, asked);
            progress.stage = Stage.ANSWER;
        } catch (IOException e) {
            problem = NetworkErrors.network(e);
        }
        Optional<ProxyInForce> proxy = http.proxyTo(address);
        Duration took = Duration.between(asked, clock.instant());
        return new Fact.Host(
                address.getHost(), problem, progress.stage, took.isNegative() ? Duration.ZERO : took, proxy, ahead);
    }

    private Optional<Problem> problem(Response response) throws IOException {
        Optional<Problem> later =
                NetworkErrors.trouble(response.code(), response.header("Retry-After"), clock.instant());
        if (later.isPresent() || response.isSuccessful()) {
            return later;
        }
        // Of Microsoft's refusals only the number is read; that there is no token is none.
        return SignInCodes.number(response.body() == null ? "" : response.body().string())
                .flatMap(number -> SignInCodes.byNumber(number).map(kind -> Problem.of(kind, number)));
    }

    /** By the middle of question and answer, as the header has whole seconds. */
    private Optional<Duration> ahead(Response response, Instant asked) {
        String date = response.header("Date");
        if (date == null) {
            return Optional.empty();
        }
        Instant middle = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
        try {
            return Optional.of(
                    Duration.between(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)), middle));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How far a call has got. */
    private static final class Progress extends EventListener {

        private volatile Stage stage = Stage.LOOK_UP;

        @Override
        public void dnsEnd(Call call, String domain, List<InetAddress> found) {
            stage = Stage.CONNECT;
        }

        @Override
        public void connectStart(Call call, InetSocketAddress address, java.net.Proxy proxy) {
            stage = Stage.CONNECT;
        }

        @Override
        public void secureConnectStart(Call call) {
            stage = Stage.SECURE;
        }

        @Override
        public void requestHeadersStart(Call call) {
            stage = Stage.ANSWER;
        }
    }
}
