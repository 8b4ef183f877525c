package app.ampel.demo;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A tenant on a bench: clocks cranked by hand, and the real clients with no way to a network. */
final class Bench {

    static final URI VERIFICATION = URI.create("http://127.0.0.1:1/approve/");
    static final String LOGIN = "https://login.microsoftonline.com/";
    static final String GRAPH = "https://graph.microsoft.com/v1.0/";

    final HandClock day = new HandClock(Instant.parse("2026-11-20T08:00:00Z"));
    final HandTeams teams = new HandTeams();
    final HandClock computer = new HandClock(Instant.now());
    final Tenant tenant;
    final TenantInterceptor interceptor;

    Bench() {
        this(SignIn.TOKEN_LIFE);
    }

    Bench(Duration tokenLife) {
        tenant = new Tenant(day, teams, DemoUser.KIM, new SignIn(computer, DemoUser.KIM, tokenLife));
        interceptor = new TenantInterceptor(tenant, VERIFICATION);
    }

    /** An access token with these scopes, consented on the way. */
    String token(String... scopes) {
        Scopes asked = Scopes.parse(String.join(" ", scopes));
        DeviceCodes.Entry entry = tenant.signIn().beginDeviceCode(DemoUser.KIM.clientId(), asked);
        tenant.signIn().approve(entry.userCode());
        return tenant.signIn()
                .redeemDeviceCode(DemoUser.KIM.clientId(), entry.deviceCode())
                .accessToken();
    }

    OkHttpClient plainClient(Interceptor... more) {
        return cutOff(new OkHttpClient.Builder(), more);
    }

    private OkHttpClient cutOff(OkHttpClient.Builder builder, Interceptor... more) {
        for (Interceptor each : more) {
            builder.addInterceptor(each);
        }
        return builder.addInterceptor(interceptor)
                .dns(host -> {
                    throw new UnknownHostException("a test asked the network for " + host);
                })
                .build();
    }

    /** The SDK as Ampel uses it: its own retries off. */
    GraphServiceClient graph(String token) {
        OkHttpClient client =
                cutOff(GraphClientFactory.create(new RequestOption[] {new RetryHandlerOption(null, 0, 0)}));
        return new GraphServiceClient(
                (RequestInformation request, Map<String, Object> context) ->
                        request.headers.add("Authorization", "Bearer " + token),
                client);
    }

    PublicClientApplication msal(ExecutorService threads, Interceptor... more) throws MalformedURLException {
        return PublicClientApplication.builder(DemoUser.KIM.clientId())
                .authority(DemoUser.KIM.registration().authorityUrl().toString())
                .httpClient(msalClient(plainClient(more)))
                .executorService(threads)
                .build();
    }

    static Set<String> scopes(String... words) {
        return new HashSet<>(Set.of(words));
    }

    private static IHttpClient msalClient(OkHttpClient client) {
        return request -> {
            RequestBody body = request.httpMethod() == HttpMethod.POST
                    ? RequestBody.create(request.body(), MediaType.get("application/x-www-form-urlencoded"))
                    : null;
            Request.Builder builder = new Request.Builder()
                    .url(request.url())
                    .method(request.httpMethod().name(), body);
            request.headers().forEach(builder::header);
            try (Response response = client.newCall(builder.build()).execute()) {
                return answer(response);
            }
        };
    }

    private static IHttpResponse answer(Response response) throws IOException {
        HttpResponse answer = new HttpResponse();
        answer.statusCode(response.code());
        answer.addHeaders(response.headers().toMultimap());
        answer.body(response.body().string());
        return answer;
    }
}
