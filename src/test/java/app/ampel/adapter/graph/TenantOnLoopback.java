package app.ampel.adapter.graph;

import app.ampel.adapter.graph.signin.SignedInHome;
import app.ampel.adapter.http.Certificates;
import app.ampel.adapter.http.StandIn;
import app.ampel.adapter.http.StandIn.Reply;
import app.ampel.adapter.http.StandIn.Seen;
import app.ampel.demo.DemoUser;
import app.ampel.demo.SignIn;
import app.ampel.demo.Teams;
import app.ampel.demo.Tenant;
import app.ampel.demo.TenantInterceptor;
import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The demo's tenant behind real HTTPS on loopback, for programs in processes of their own. Somebody is signed in there with
 * every scope.
 */
public final class TenantOnLoopback implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host", "connection", "accept-encoding", "content-length", "content-type", "transfer-encoding", "upgrade");

    /** Told of each request to Graph, on the server's thread; what it throws breaks the connection off. */
    public interface Witness {

        default void arrived(String action) {}

        /** @param body what was asked, empty where that was nothing */
        default void done(String action, ObjectNode body, int status) {}
    }

    private final StandIn server = new StandIn();
    private final Tenant tenant;
    private final OkHttpClient client;
    private final String token;
    private final Path certificate;
    private volatile Witness witness = new Witness() {};

    /** @param folder for the certificate that programs have to trust */
    public TenantOnLoopback(Clock day, Teams teams, Path folder) throws IOException, GeneralSecurityException {
        tenant = new Tenant(day, teams, DemoUser.KIM, new SignIn(Clock.systemUTC(), DemoUser.KIM, SignIn.TOKEN_LIFE));
        client = new OkHttpClient.Builder()
                .addInterceptor(new TenantInterceptor(tenant, URI.create("http://127.0.0.1:1/")))
                .build();
        token = signIn();
        certificate = Files.writeString(folder.resolve("loopback.pem"), Certificates.GOOD.pem());
        server.always("", this::answer);
    }

    private String signIn() throws IOException {
        JsonNode asked = post("devicecode", "scope", "User.Read Presence.Read Presence.ReadWrite");
        tenant.signIn().approve(asked.path("user_code").asText());
        return post(
                        "token",
                        "grant_type",
                        "device_code",
                        "device_code",
                        asked.path("device_code").asText())
                .path("access_token")
                .asText();
    }

    private JsonNode post(String endpoint, String... fields) throws IOException {
        FormBody.Builder form = new FormBody.Builder().add("client_id", DemoUser.KIM.clientId());
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        String url = "https://login.microsoftonline.com/common/oauth2/v2.0/" + endpoint;
        try (Response response = client.newCall(
                        new Request.Builder().url(url).post(form.build()).build())
                .execute()) {
            return Json.read(response.body().bytes()).orElseThrow();
        }
    }

    private Reply answer(Seen seen) {
        String action = seen.path().substring(seen.path().lastIndexOf('/') + 1);
        witness.arrived(action);
        try (Response response = client.newCall(request(seen)).execute()) {
            String said = response.body().string();
            witness.done(
                    action,
                    Json.readObject(seen.body().getBytes(StandardCharsets.UTF_8))
                            .orElseGet(JsonNodeFactory.instance::objectNode),
                    response.code());
            return reply(response, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same request, but for what is about the connection. */
    private static Request request(Seen seen) {
        RequestBody body = seen.method().equals("GET") ? null : RequestBody.create(seen.body(), JSON);
        Request.Builder request = new Request.Builder()
                .url("https://graph.microsoft.com" + seen.target())
                .method(seen.method(), body);
        seen.headers().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    private static Reply reply(Response response, String said) {
        Reply reply = Reply.of(response.code(), said.isEmpty() ? null : JSON.toString(), said);
        for (String name : response.headers().names()) {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                reply = reply.with(name, response.header(name));
            }
        }
        return reply;
    }

    public void witness(Witness told) {
        witness = told;
    }

    public Tenant tenant() {
        return tenant;
    }

    /** What anybody in the company sees now. */
    public JsonNode presence() throws IOException {
        Request request = new Request.Builder()
                .url("https://graph.microsoft.com/v1.0/me/presence")
                .header("Authorization", "Bearer " + token)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return Json.read(response.body().bytes()).orElseThrow();
        }
    }

    URI graph() {
        return server.at("/v1.0");
    }

    /** With every scope. */
    String token() {
        return token;
    }

    /** The member {@code account} of the settings of a program that is to find this tenant. */
    public String account() {
        return SignedInHome.account(DemoUser.KIM.clientId(), server.at("/t/"), graph());
    }

    /** The person is signed in there already. */
    public void signIn(Path home) throws IOException {
        SignedInHome.signIn(home, DemoUser.KIM.clientId(), token);
    }

    /** What a program needs to trust this server. */
    public Map<String, String> environment() {
        return Map.of("SSL_CERT_FILE", certificate.toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
