package app.ampel.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that are out. Not thread-safe: {@link SignIn} guards it.
 *
 * <p>A refresh token is good for one use, which is stricter than Entra: whoever refreshes twice at the same time finds
 * out here.
 */
final class Tokens {

    private static final Duration REFRESH_LIFE = Duration.ofDays(90);

    private final DemoUser person;
    private final Duration life;
    private final SecureRandom random;
    private final Map<String, Access> access = new HashMap<>();
    private final Map<String, Instant> refresh = new HashMap<>();

    /** What an access token allows. */
    record Access(Set<String> scopes, Instant until) {}

    /** What the token endpoint hands out. */
    record Issued(
            String accessToken,
            Optional<String> refreshToken,
            Optional<String> idToken,
            String clientInfo,
            Set<String> scopes,
            Duration life) {}

    Tokens(DemoUser person, Duration life, SecureRandom random) {
        this.person = person;
        this.life = life;
        this.random = random;
    }

    /**
     * @param asked decides which kinds of token are wanted
     * @param granted what the access token allows
     */
    Issued issue(Scopes asked, Set<String> granted, Instant now) {
        access.values().removeIf(token -> !now.isBefore(token.until()));
        refresh.values().removeIf(until -> !now.isBefore(until));
        Set<String> scopes = Collections.unmodifiableSet(new LinkedHashSet<>(granted));
        String accessToken = Jwt.of(accessClaims(scopes, now));
        access.put(accessToken, new Access(scopes, now.plus(life)));
        Optional<String> refreshToken = asked.offline() ? Optional.of(secret()) : Optional.empty();
        refreshToken.ifPresent(token -> refresh.put(token, now.plus(REFRESH_LIFE)));
        Optional<String> idToken = asked.openId() ? Optional.of(Jwt.of(idClaims(now))) : Optional.empty();
        return new Issued(accessToken, refreshToken, idToken, clientInfo(), scopes, life);
    }

    Optional<Access> access(String token, Instant now) {
        return Optional.ofNullable(access.get(token)).filter(found -> now.isBefore(found.until()));
    }

    /** No token is good for it any more. */
    void withdraw(String scope) {
        access.replaceAll((token, old) -> {
            Set<String> left = new LinkedHashSet<>(old.scopes());
            left.remove(scope);
            return new Access(Collections.unmodifiableSet(left), old.until());
        });
    }

    boolean isGoodRefresh(String token, Instant now) {
        Instant until = refresh.get(token);
        return until != null && now.isBefore(until);
    }

    void useUp(String refreshToken) {
        refresh.remove(refreshToken);
    }

    String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Jwt.encode(bytes);
    }

    private ObjectNode claims(Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", "https://login.microsoftonline.com/" + person.tenantId() + "/v2.0")
                .put("iat", now.getEpochSecond())
                .put("nbf", now.getEpochSecond())
                .put("exp", now.plus(life).getEpochSecond())
                .put("name", person.displayName())
                .put("oid", person.objectId())
                .put("tid", person.tenantId())
                .put("sub", Jwt.encode("sub-" + person.objectId()))
                .put("ver", "2.0");
    }

    private ObjectNode idClaims(Instant now) {
        return claims(now).put("aud", person.clientId()).put("preferred_username", person.username());
    }

    private ObjectNode accessClaims(Set<String> granted, Instant now) {
        return claims(now)
                .put("aud", "https://graph.microsoft.com")
                .put("appid", person.clientId())
                .put("upn", person.username())
                .put("scp", String.join(" ", granted))
                .put("jti", secret());
    }

    /** MSAL4J makes the account's id of these two. */
    private String clientInfo() {
        return Jwt.encode(JsonNodeFactory.instance
                .objectNode()
                .put("uid", person.objectId())
                .put("utid", person.tenantId())
                .toString());
    }
}
