package app.ampel.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.ampel.adapter.graph.signin.MemoryTokens;
import app.ampel.adapter.graph.signin.MsalAccount;
import app.ampel.adapter.http.HttpStack;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInWay;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.RepeatedTest;

/** An answerer inside the process takes the network's place, under Microsoft's names, for MSAL4J and the SDK alike. */
class SimulatedTenantSeamTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Response answer(Interceptor.Chain chain) throws IOException {
        String url = chain.request().url().toString();
        asked.add(url);
        String body = url.endsWith("/devicecode")
                ? "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"https://x\",\"expires_in\":900,\"interval\":1}"
                : url.endsWith("/token") ? tokens() : "{\"availability\":\"Away\",\"activity\":\"Away\"}";
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }

    private static String tokens() {
        String claims = "{\"name\":\"Demo\",\"preferred_username\":\"demo@contoso.com\",\"oid\":\"o\",\"tid\":\"t\"}";
        return "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"User.Read Presence.Read\",\"access_token\":\"a\","
                + "\"refresh_token\":\"r\",\"id_token\":\"" + base64("{}") + "." + base64(claims)
                + ".s\",\"client_info\":\"" + base64("{\"uid\":\"o\",\"utid\":\"t\"}") + "\"}";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In-process answers come at once: faster than MSAL4J is ready for them, now and then. */
    @RepeatedTest(20)
    void signingInAndReadingNeedNoNetwork() throws Exception {
        Registration registration = new Registration(
                UUID.randomUUID().toString(), "organizations", Cloud.GLOBAL, Optional.empty(), Optional.empty());
        try (HttpStack http = Microsoft.http(Optional.of(this::answer));
                MsalAccount account = new MsalAccount(
                        registration,
                        http,
                        new MemoryTokens(),
                        address -> false,
                        Messages.in(Locale.UK),
                        Clock.systemUTC())) {
            account.signIn(SignInWay.DEVICE_CODE, prompt -> {});

            Presence read = new GraphPresence(
                            registration, new GraphCalls(registration, account, http, Clock.systemUTC()))
                    .read();

            assertThat(read).isEqualTo(Presence.of(Availability.AWAY, Activity.AWAY));
            assertThat(asked)
                    .containsExactly(
                            "https://login.microsoftonline.com/organizations/oauth2/v2.0/devicecode",
                            "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
                            "https://graph.microsoft.com/v1.0/me/presence");
        }
    }
}
