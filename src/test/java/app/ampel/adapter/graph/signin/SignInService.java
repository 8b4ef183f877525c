package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.StandIn;
import app.ampel.adapter.http.StandIn.Reply;
import app.ampel.adapter.http.StandIn.Seen;
import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Microsoft's sign-in on a {@link StandIn}, as far as its protocol is known; refresh tokens are good once. */
final class SignInService {

    static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    static final User ANNA = new User("Anna Muster", "anna@contoso.com", "a1", TENANT);
    static final User BEN = new User("Ben Beispiel", "ben@contoso.com", "b2", TENANT);
    static final User PERSONAL = new User("Carla", "carla@outlook.com", "c3", "9188040d-6c67-4c5b-b112-36a304b66dad");

    record User(String name, String username, String oid, String tid) {}

    private record Grant(User user, String scope) {}

    private final StandIn server;

    /** MSAL4J remembers throttling per client for the whole process. */
    final String clientId = UUID.randomUUID().toString();

    volatile Optional<User> approved = Optional.of(ANNA);
    volatile int life = 3600;
    volatile int codeLife = 900;

    /** Whether there is a refresh token with each access token. */
    volatile boolean refreshes = true;

    /** What the administrator or the user allowed; a request for more than that is answered with 65001. */
    volatile String allowed = "User.Read Presence.Read";

    /** Whether a request for a token is answered with 503 and nothing else. */
    volatile BooleanSupplier failing = () -> false;

    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> deviceCodes = new ConcurrentHashMap<>();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    SignInService(StandIn server) {
        this.server = server;
        server.always("/devicecode", this::deviceCode);
        server.always("/token", this::token);
    }

    Registration registration() {
        return registration(Cloud.GLOBAL);
    }

    Registration registration(Cloud cloud) {
        return new Registration(
                clientId, TENANT, cloud, Optional.of(server.at("/" + TENANT + "/")), Optional.of(server.at("/v1.0")));
    }

    List<Seen> tokenRequests(String grant) {
        return server.seenAt("/token").stream()
                .filter(request -> grant.equals(request.form().get("grant_type")))
                .toList();
    }

    /** What the browser is sent back with after the user agreed at this address. */
    String code(URI address) {
        Map<String, String> query = new Seen("GET", address, Map.of(), "").query();
        String code = "code-" + count.incrementAndGet();
        challenges.put(code, query.get("code_challenge"));
        deviceCodes.put(code, query.get("scope"));
        return code;
    }

    static Reply error(int status, String word, int number) {
        return Reply.json(
                status,
                "{\"error\":\"" + word + "\",\"error_description\":\"AADSTS" + number
                        + ": anna@contoso.com may not. Trace ID: x\",\"error_codes\":[" + number + "]}");
    }

    private Reply deviceCode(Seen request) {
        int number = count.incrementAndGet();
        deviceCodes.put("device-" + number, request.form().get("scope"));
        return Reply.json(
                200,
                "{\"device_code\":\"device-" + number + "\",\"user_code\":\"CODE" + number
                        + "\",\"verification_uri\":\"https://login.example/device\",\"expires_in\":" + codeLife
                        + ",\"interval\":1,\"message\":\"go there\"}");
    }

    private Reply token(Seen request) {
        if (failing.getAsBoolean()) {
            return Reply.json(503, "{}");
        }
        Map<String, String> form = request.form();
        return switch (form.get("grant_type")) {
            case "device_code" ->
                approved.map(user -> tokens(user, deviceCodes.get(form.get("device_code"))))
                        .orElse(error(400, "authorization_pending", 70016));
            case "authorization_code" ->
                challenge(form.get("code_verifier")).equals(challenges.get(form.get("code")))
                        ? tokens(approved.orElseThrow(), deviceCodes.get(form.get("code")))
                        : error(400, "invalid_grant", 501481);
            case "refresh_token" -> refresh(form);
            default -> error(400, "unsupported_grant_type", 70003);
        };
    }

    private Reply refresh(Map<String, String> form) {
        Grant grant = refreshTokens.remove(form.get("refresh_token"));
        if (grant == null) {
            return error(400, "invalid_grant", 70008);
        }
        boolean consented = List.of(("openid profile offline_access " + allowed).split(" "))
                .containsAll(List.of(form.get("scope").split(" ")));
        if (!consented) {
            refreshTokens.put(form.get("refresh_token"), grant);
            return error(400, "invalid_grant", 65001);
        }
        return tokens(grant.user(), form.get("scope"));
    }

    private Reply tokens(User user, String scope) {
        String refresh = "refresh-" + count.incrementAndGet();
        refreshTokens.put(refresh, new Grant(user, scope));
        // Entra answers with Graph's scopes in an order of its own.
        String granted = String.join(" ", new TreeSet<>(List.of(scope.split(" "))));
        return Reply.json(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":" + life + ",\"scope\":\"" + granted
                        + "\",\"access_token\":\"access-" + count.incrementAndGet()
                        + "\"" + (refreshes ? ",\"refresh_token\":\"" + refresh + "\"" : "") + ",\"id_token\":\""
                        + idToken(user)
                        + "\",\"client_info\":\""
                        + base64("{\"uid\":\"" + user.oid() + "\",\"utid\":\"" + user.tid() + "\"}")
                        + "\"}");
    }

    /** Empty: a readable one. */
    volatile Optional<String> idToken = Optional.empty();

    private String idToken(User user) {
        return idToken.orElseGet(() -> readable(user));
    }

    private String readable(User user) {
        return base64("{\"alg\":\"none\"}") + "."
                + base64("{\"iss\":\"x\",\"aud\":\"" + clientId
                        + "\",\"sub\":\"s\",\"exp\":4102444800,\"iat\":1,\"nbf\":1,"
                        + "\"name\":\"" + user.name() + "\",\"preferred_username\":\"" + user.username()
                        + "\",\"oid\":\"" + user.oid() + "\",\"tid\":\"" + user.tid() + "\"}")
                + ".sig";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
