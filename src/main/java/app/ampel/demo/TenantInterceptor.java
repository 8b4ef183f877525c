package app.ampel.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * The seam: answers every request of an HTTP client from the simulated tenant, under Microsoft's names, and lets none
 * through to the network. To be added last, so that it sees requests as they would leave. Any thread.
 */
public final class TenantInterceptor implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final String BEARER = "Bearer ";

    private final LoginApi login;
    private final GraphApi graph;
    private final Clock clock;

    /** @param verification where people are sent with a device code: {@link ApprovalPage#address} */
    public TenantInterceptor(Tenant tenant, URI verification) {
        this.clock = tenant.signIn().clock();
        this.login = new LoginApi(tenant.signIn(), tenant.person(), verification, clock);
        this.graph = new GraphApi(tenant, clock);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpRequest call = call(request);
        HttpResponse reply = answer(request.url(), call);
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(reply.status())
                .message(reply.status() < 400 ? "OK" : "Refused")
                .body(ResponseBody.create(reply.body(), reply.body().isEmpty() ? null : JSON));
        if (!reply.body().isEmpty()) {
            response.header("Content-Type", JSON.toString());
        }
        reply.headers().forEach(response::header);
        call.clientRequestId().ifPresent(id -> response.header("client-request-id", id));
        return response.build();
    }

    private HttpResponse answer(HttpUrl url, HttpRequest call) throws IOException {
        return switch (url.isHttps() && url.port() == 443 ? url.host() : "") {
            case LoginApi.HOST -> login.answer(call);
            case GraphApi.HOST -> graph.answer(call);
            default -> GraphApi.error(404, "ResourceNotFound", "There is no such host.", call, clock.instant());
        };
    }

    private static HttpRequest call(Request request) throws IOException {
        Optional<String> bearer = Optional.ofNullable(request.header("Authorization"))
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        return new HttpRequest(
                request.method(),
                path(request.url()),
                query(request.url()),
                "eventual".equalsIgnoreCase(request.header("ConsistencyLevel")),
                bearer,
                Optional.ofNullable(request.header("client-request-id")),
                body(request));
    }

    /** A slash at the end makes no difference, as at Microsoft's. */
    private static List<String> path(HttpUrl url) {
        List<String> segments = url.pathSegments();
        int last = segments.size() - 1;
        return segments.get(last).isEmpty() ? segments.subList(0, last) : segments;
    }

    private static Map<String, String> query(HttpUrl url) {
        Map<String, String> query = new HashMap<>();
        for (String name : url.queryParameterNames()) {
            query.put(name, Objects.requireNonNullElse(url.queryParameter(name), ""));
        }
        return query;
    }

    private static String body(Request request) throws IOException {
        if (request.body() == null) {
            return "";
        }
        Buffer buffer = new Buffer();
        request.body().writeTo(buffer);
        return buffer.readUtf8();
    }
}
