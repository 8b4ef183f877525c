package app.ampel.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What login.microsoftonline.com answers: discovery, device codes, tokens. */
final class LoginApi {

    static final String HOST = "login.microsoftonline.com";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** Seconds between two questions of the client. Entra says 5; a demo shall not keep people waiting. */
    private static final int INTERVAL = 1;

    private final SignIn signIn;
    private final DemoUser person;
    private final URI verification;
    private final Clock clock;

    /** @param verification where the person goes with the user code */
    LoginApi(SignIn signIn, DemoUser person, URI verification, Clock clock) {
        this.signIn = signIn;
        this.person = person;
        this.verification = Objects.requireNonNull(verification);
        this.clock = clock;
    }

    HttpResponse answer(HttpRequest call) {
        try {
            return route(call);
        } catch (LoginRefusal refusal) {
            return refused(refusal, call);
        }
    }

    private HttpResponse route(HttpRequest call) {
        if (call.path().equals(List.of("common", "discovery", "instance"))) {
            requireMethod(call, "GET");
            return discovery(call.query().getOrDefault("authorization_endpoint", ""));
        }
        String rest = call.path().isEmpty()
                ? ""
                : String.join("/", call.path().subList(1, call.path().size()));
        return switch (rest) {
            case "oauth2/v2.0/devicecode" -> deviceCode(form(call));
            case "oauth2/v2.0/token" -> token(form(call));
            case "v2.0/.well-known/openid-configuration" -> configuration(call);
            default -> GraphApi.error(404, "NotFound", "There is no such address.", call, clock.instant());
        };
    }

    private Map<String, String> form(HttpRequest call) {
        requireMethod(call, "POST");
        requireTenant(call.path().get(0));
        return Form.decode(call.body());
    }

    private static void requireMethod(HttpRequest call, String method) {
        if (!call.method().equals(method)) {
            throw LoginRefusal.of("invalid_request", 900561, "The endpoint only accepts " + method + " requests.");
        }
    }

    private void requireTenant(String tenant) {
        Set<String> names = Set.of(person.tenantId(), person.domain(), "organizations", "common");
        if (!names.contains(tenant)) {
            throw LoginRefusal.of("invalid_request", 90002, "Tenant '" + tenant + "' not found.");
        }
    }

    private HttpResponse deviceCode(Map<String, String> form) {
        Scopes asked = Scopes.parse(field(form, "scope"));
        DeviceCodes.Entry entry = signIn.beginDeviceCode(field(form, "client_id"), asked);
        ObjectNode body = JSON.objectNode()
                .put("user_code", entry.userCode())
                .put("device_code", entry.deviceCode())
                .put("verification_uri", verification.toString())
                .put("expires_in", DeviceCodes.LIFE.toSeconds())
                .put("interval", INTERVAL)
                .put("message", "Open " + verification + " and compare the code " + entry.userCode() + ".");
        return HttpResponse.json(200, body);
    }

    private HttpResponse token(Map<String, String> form) {
        String clientId = field(form, "client_id");
        String grant = field(form, "grant_type");
        Tokens.Issued issued = switch (grant) {
            // MSAL4J says the first, the standard the second.
            case "device_code", "urn:ietf:params:oauth:grant-type:device_code" ->
                signIn.redeemDeviceCode(clientId, field(form, "device_code"));
            case "refresh_token" ->
                signIn.refresh(clientId, field(form, "refresh_token"), Scopes.parse(field(form, "scope")));
            case "authorization_code" ->
                signIn.redeemAuthorizationCode(
                        clientId, field(form, "code"), field(form, "redirect_uri"), field(form, "code_verifier"));
            default ->
                throw LoginRefusal.of(
                        "unsupported_grant_type", 70003, "The grant type '" + grant + "' is not supported.");
        };
        return HttpResponse.json(200, tokens(issued)).with("Cache-Control", "no-store");
    }

    private static String field(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw LoginRefusal.of("invalid_request", 900144, "The request body must contain '" + name + "'.");
        }
        return value;
    }

    private static ObjectNode tokens(Tokens.Issued issued) {
        ObjectNode body = JSON.objectNode()
                .put("token_type", "Bearer")
                .put("scope", String.join(" ", issued.scopes()) + " openid profile")
                .put("expires_in", issued.life().toSeconds())
                .put("ext_expires_in", issued.life().toSeconds())
                .put("access_token", issued.accessToken())
                .put("client_info", issued.clientInfo());
        issued.refreshToken().ifPresent(token -> body.put("refresh_token", token));
        issued.idToken().ifPresent(token -> body.put("id_token", token));
        return body;
    }

    /** The two names under which MSAL4J files the global cloud: the host to ask and the host to cache by. */
    private HttpResponse discovery(String endpoint) {
        if (!endpoint.startsWith("https://" + HOST + "/")) {
            throw LoginRefusal.of("invalid_instance", 50049, "Unknown or invalid instance.");
        }
        ObjectNode body = JSON.objectNode()
                .put("api-version", "1.1")
                .put(
                        "tenant_discovery_endpoint",
                        "https://" + HOST + "/" + person.tenantId() + "/v2.0/.well-known/openid-configuration");
        ObjectNode cloud = body.putArray("metadata")
                .addObject()
                .put("preferred_network", HOST)
                .put("preferred_cache", "login.windows.net");
        cloud.putArray("aliases")
                .add(HOST)
                .add("login.windows.net")
                .add("login.microsoft.com")
                .add("sts.windows.net");
        return HttpResponse.json(200, body);
    }

    private HttpResponse configuration(HttpRequest call) {
        requireMethod(call, "GET");
        requireTenant(call.path().get(0));
        String base = "https://" + HOST + "/" + call.path().get(0) + "/oauth2/v2.0/";
        ObjectNode body = JSON.objectNode()
                .put("issuer", "https://" + HOST + "/" + person.tenantId() + "/v2.0")
                .put("authorization_endpoint", base + "authorize")
                .put("device_authorization_endpoint", base + "devicecode")
                .put("token_endpoint", base + "token");
        return HttpResponse.json(200, body);
    }

    private HttpResponse refused(LoginRefusal refusal, HttpRequest call) {
        ObjectNode body = JSON.objectNode()
                .put("error", refusal.error())
                .put("error_description", refusal.getMessage())
                .put("timestamp", STAMP.format(clock.instant()))
                .put("trace_id", UUID.randomUUID().toString())
                .put(
                        "correlation_id",
                        call.clientRequestId().orElseGet(() -> UUID.randomUUID().toString()));
        if (refusal.number() != 0) {
            body.putArray("error_codes").add(refusal.number());
        }
        if (!refusal.suberror().isEmpty()) {
            body.put("suberror", refusal.suberror());
        }
        return HttpResponse.json(400, body);
    }
}
