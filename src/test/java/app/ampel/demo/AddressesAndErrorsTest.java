package app.ampel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clients do not ask of themselves: wrong addresses, wrong methods, wrong parameters. */
class AddressesAndErrorsTest {

    private final Bench bench = new Bench();
    private final OkHttpClient client = bench.plainClient();

    private record Answer(int status, Map<String, String> headers, JsonNode json) {}

    private Answer send(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().forEach(pair -> headers.put(pair.getFirst(), pair.getSecond()));
            return new Answer(
                    response.code(),
                    headers,
                    new ObjectMapper().readTree(response.body().string()));
        }
    }

    private Answer get(String url) throws IOException {
        return send(new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + bench.token("User.Read", "Presence.Read"))
                .header("client-request-id", "mine")
                .build());
    }

    private Answer write(String action, String token, String body) throws IOException {
        return send(new Request.Builder()
                .url(Bench.GRAPH + "me/presence/" + action)
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build());
    }

    @Nested
    class AtGraph {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://graph.microsoft.com/v1.0/me/messages",
                    "https://graph.microsoft.com/v1.0/",
                    "https://graph.microsoft.com/",
                    "https://graph.microsoft.com/beta/me/presence",
                    "https://graph.microsoft.com/v1.0/users/11111111-2222-3333-4444-555555555555/messages",
                    "https://graph.microsoft.com/v1.0/contacts",
                    "https://graph.microsoft.com:8443/v1.0/me",
                    "http://graph.microsoft.com/v1.0/me",
                    "https://example.org/v1.0/me"
                })
        void anUnknownAddressIsNotFoundInGraphsErrorShape(String url) throws IOException {
            Answer answer = get(url);
            assertThat(answer.status()).isEqualTo(404);
            JsonNode error = answer.json().get("error");
            assertThat(error.get("code").asText()).isEqualTo("ResourceNotFound");
            assertThat(error.get("message").asText()).isNotEmpty();
            assertThat(error.at("/innerError/client-request-id").asText()).isEqualTo("mine");
            assertThat(error.at("/innerError/request-id").asText())
                    .isEqualTo(answer.headers().get("request-id"));
            assertThat(error.at("/innerError/date").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "setPresence",
                    "clearPresence",
                    "setUserPreferredPresence",
                    "clearUserPreferredPresence",
                    "setStatusMessage"
                })
        void anActionIsPostedOnly(String action) throws IOException {
            assertThat(get(Bench.GRAPH + "me/presence/" + action).status()).isEqualTo(405);
        }

        @Test
        void withoutATokenNobodyIsLetIn() throws IOException {
            Answer answer = send(new Request.Builder().url(Bench.GRAPH + "me").build());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().get("WWW-Authenticate")).startsWith("Bearer");
        }

        @Test
        void aMissingSessionIdIsToldBeforeAMissingScope() throws IOException {
            Answer answer = write("clearPresence", bench.token("User.Read"), "{}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/error/code").asText()).isEqualTo("InvalidArgument");
            assertThat(answer.json().at("/error/message").asText())
                    .isEqualTo("[SessionId]: The SessionId field is required.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "not json", "[]", "null", "{\"sessionId\":7}", "{\"sessionId\":null}"})
        void aBodyThatIsNoneIsABadRequest(String body) throws IOException {
            assertThat(write("clearPresence", bench.token("Presence.ReadWrite"), body)
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void anUnknownPropertyCannotBeSelected() throws IOException {
            assertThat(get(Bench.GRAPH + "me?$select=id,shoeSize").status()).isEqualTo(400);
        }
    }

    @Nested
    class AtTheLogin {
        private Answer post(String path, String... fields) throws IOException {
            FormBody.Builder form = new FormBody.Builder();
            for (int i = 0; i < fields.length; i += 2) {
                form.add(fields[i], fields[i + 1]);
            }
            return send(new Request.Builder()
                    .url(Bench.LOGIN + path)
                    .post(form.build())
                    .build());
        }

        private Answer deviceCode(String tenant, String client, String scope) throws IOException {
            return post(tenant + "/oauth2/v2.0/devicecode", "client_id", client, "scope", scope);
        }

        @ParameterizedTest
        @ValueSource(strings = {"organizations", "common", "muster.example", "0e6f3a52-97b4-4c8d-8a1f-2d3b4c5d6e7f"})
        void theTenantGoesByAnyOfItsNames(String tenant) throws IOException {
            Answer answer = deviceCode(tenant, DemoUser.KIM.clientId(), "openid User.Read");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("expires_in").asInt()).isEqualTo(900);
            assertThat(answer.json().get("interval").asInt()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({
            "elsewhere.example,a3be11ca-1de0-4de3-b0de-c0ffee15900d,User.Read,invalid_request,90002",
            "organizations,00000000-0000-0000-0000-000000000000,User.Read,unauthorized_client,700016",
            "organizations,a3be11ca-1de0-4de3-b0de-c0ffee15900d,Shoe.Size,invalid_scope,70011"
        })
        void whatItDoesNotKnowItRefuses(String tenant, String client, String scope, String error, int number)
                throws IOException {
            Answer answer = deviceCode(tenant, client, scope);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("error").asText()).isEqualTo(error);
            assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(number);
            assertThat(answer.json().get("error_description").asText()).startsWith("AADSTS" + number + ": ");
        }

        @Test
        void aScopeMayBeNamedInFull() throws IOException {
            deviceCode("common", DemoUser.KIM.clientId(), "https://graph.microsoft.com/Presence.Read");
            assertThat(bench.tenant.signIn().waiting().orElseThrow().wanted()).containsExactly("Presence.Read");
        }

        @Test
        void aDeviceCodeIsRedeemedOnce() throws IOException {
            String code = deviceCode("common", DemoUser.KIM.clientId(), "User.Read offline_access")
                    .json()
                    .get("device_code")
                    .asText();
            assertThat(redeem(code).json().get("error").asText()).isEqualTo("authorization_pending");
            bench.tenant
                    .signIn()
                    .approve(bench.tenant
                            .signIn()
                            .waiting()
                            .orElseThrow()
                            .userCode()
                            .orElseThrow());
            assertThat(redeem(code).status()).isEqualTo(200);
            assertThat(redeem(code).json().get("error").asText()).isEqualTo("invalid_grant");
            assertThat(redeem("made-up").json().get("error").asText()).isEqualTo("bad_verification_code");
        }

        private Answer redeem(String code) throws IOException {
            return post(
                    "common/oauth2/v2.0/token",
                    "grant_type",
                    "device_code",
                    "client_id",
                    DemoUser.KIM.clientId(),
                    "device_code",
                    code);
        }

        @Test
        void aRefreshTokenIsGoodOnce() throws IOException {
            String code = deviceCode("common", DemoUser.KIM.clientId(), "User.Read offline_access")
                    .json()
                    .get("device_code")
                    .asText();
            bench.tenant
                    .signIn()
                    .approve(bench.tenant
                            .signIn()
                            .waiting()
                            .orElseThrow()
                            .userCode()
                            .orElseThrow());
            String first = redeem(code).json().get("refresh_token").asText();
            String second = refresh(first).json().get("refresh_token").asText();
            assertThat(refresh(first).json().get("error").asText()).isEqualTo("invalid_grant");
            assertThat(refresh(second).status()).isEqualTo(200);
        }

        private Answer refresh(String token) throws IOException {
            return post(
                    "common/oauth2/v2.0/token",
                    "grant_type",
                    "refresh_token",
                    "client_id",
                    DemoUser.KIM.clientId(),
                    "refresh_token",
                    token,
                    "scope",
                    "User.Read offline_access");
        }

        @Test
        void theCloudIsDiscoveredUnderItsTwoNames() throws IOException {
            JsonNode json = discover(Bench.LOGIN + "organizations/oauth2/v2.0/authorize")
                    .json();
            JsonNode cloud = json.at("/metadata/0");
            assertThat(json.get("tenant_discovery_endpoint").asText())
                    .startsWith(Bench.LOGIN)
                    .endsWith("/v2.0/.well-known/openid-configuration");
            assertThat(cloud.get("preferred_network").asText()).isEqualTo("login.microsoftonline.com");
            assertThat(cloud.get("preferred_cache").asText()).isEqualTo("login.windows.net");
            assertThat(cloud.get("aliases")).hasSize(4);
        }

        @Test
        void anotherCloudIsNotKnown() throws IOException {
            Answer answer = discover("https://login.example/organizations/oauth2/v2.0/authorize");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("error").asText()).isEqualTo("invalid_instance");
        }

        private Answer discover(String authorizationEndpoint) throws IOException {
            return get(Bench.LOGIN + "common/discovery/instance?api-version=1.1&authorization_endpoint="
                    + authorizationEndpoint);
        }

        @Test
        void theConfigurationNamesTheEndpoints() throws IOException {
            JsonNode json = get(Bench.LOGIN + "organizations/v2.0/.well-known/openid-configuration")
                    .json();
            assertThat(json.get("token_endpoint").asText()).isEqualTo(Bench.LOGIN + "organizations/oauth2/v2.0/token");
            assertThat(json.get("issuer").asText()).isEqualTo(Bench.LOGIN + DemoUser.KIM.tenantId() + "/v2.0");
        }

        @Test
        void whatIsMissingIsNamed() throws IOException {
            Answer answer = post("common/oauth2/v2.0/token", "grant_type", "device_code");
            assertThat(answer.json().get("error_description").asText()).contains("'client_id'");
        }

        @Test
        void anotherGrantTypeIsNotSupported() throws IOException {
            Answer answer =
                    post("common/oauth2/v2.0/token", "grant_type", "password", "client_id", DemoUser.KIM.clientId());
            assertThat(answer.json().get("error").asText()).isEqualTo("unsupported_grant_type");
        }

        @Test
        void anUnknownAddressIsNotFound() throws IOException {
            assertThat(post("common/oauth2/v2.0/logout").status()).isEqualTo(404);
        }
    }
}
