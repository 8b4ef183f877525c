package app.ampel.adapter.graph.signin;

import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a token cache says about its account. Read by hand from MSAL's JSON (the format that all MSAL libraries share), so
 * that asking who is signed in loads none of MSAL4J.
 *
 * @param homeAccountId user and home tenant: what "the same account" means
 */
record CachedTokens(String json, String homeAccountId, Profile profile) {

    /** The tenant of all personal Microsoft accounts. */
    private static final String PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /** All MSAL libraries file what comes from the one host under the other, older name. */
    private static final Map<String, String> FILED_UNDER = Map.of("login.windows.net", "login.microsoftonline.com");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when there is no account of this registration in it. */
    static Optional<CachedTokens> parse(String json, Registration registration) {
        try {
            JsonNode cache = JSON.readTree(json);
            return entries(cache, "IdToken")
                    .filter(token -> isOf(token, registration))
                    .findFirst()
                    .map(token -> read(json, cache, token, registration));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static CachedTokens read(String json, JsonNode cache, JsonNode idToken, Registration registration) {
        String home = idToken.path("home_account_id").asText();
        JsonNode claims = claims(idToken.path("secret").asText());
        JsonNode account = entries(cache, "Account")
                .filter(entry -> home.equals(entry.path("home_account_id").asText()))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
        String username = first(List.of(
                text(claims, "preferred_username"),
                text(claims, "upn"),
                text(account, "username"),
                text(claims, "email")));
        String tenant = first(List.of(text(claims, "tid"), text(idToken, "realm"), text(account, "realm")));
        String domain = username.substring(username.indexOf('@') + 1);
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        entries(cache, "AccessToken")
                .filter(token -> isOf(token, registration))
                .forEach(token -> granted.addAll(scopes(token.path("target").asText())));
        Profile profile = new Profile(
                first(List.of(text(claims, "name"), text(account, "name"), Optional.of(username))),
                username,
                domain.isEmpty() ? tenant : domain,
                tenant,
                first(List.of(text(claims, "oid"), text(account, "local_account_id"), text(claims, "sub"))),
                granted);
        return new CachedTokens(json, home, profile);
    }

    /** The same without the access tokens that were given for any of {@code refused}. */
    CachedTokens without(Set<Scope> refused, Registration registration) {
        return only(token -> Collections.disjoint(scopes(token.path("target").asText()), refused), registration);
    }

    /**
     * The same without the access tokens that were there before, if there is a newer one. MSAL4J hands out any that
     * matches, so an old one for more scopes would be found, and renewed, again and again beside the new one for fewer.
     */
    CachedTokens newerThan(CachedTokens before, Registration registration) {
        Set<String> old = before.accessTokens(registration)
                .map(token -> token.path("secret").asText())
                .collect(Collectors.toSet());
        Predicate<JsonNode> isNew = token -> !old.contains(token.path("secret").asText());
        return accessTokens(registration).anyMatch(isNew) ? only(isNew, registration) : this;
    }

    private Stream<JsonNode> accessTokens(Registration registration) {
        try {
            return entries(JSON.readTree(json), "AccessToken").filter(token -> isOf(token, registration));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was parsed before", e);
        }
    }

    private CachedTokens only(Predicate<JsonNode> kept, Registration registration) {
        try {
            JsonNode cache = JSON.readTree(json);
            Iterator<JsonNode> tokens = cache.path("AccessToken").iterator();
            boolean changed = false;
            while (tokens.hasNext()) {
                JsonNode token = tokens.next();
                if (isOf(token, registration) && !kept.test(token)) {
                    tokens.remove();
                    changed = true;
                }
            }
            return changed ? parse(cache.toString(), registration).orElse(this) : this;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was parsed before", e);
        }
    }

    /** A personal account that is a guest in a company's tenant is signed in there, which is for Graph to judge. */
    boolean isPersonal() {
        return profile.tenantId().isEmpty()
                ? homeAccountId.endsWith("." + PERSONAL_TENANT)
                : profile.tenantId().equalsIgnoreCase(PERSONAL_TENANT);
    }

    /** Another client id or another login host in the settings means another sign-in. */
    private static boolean isOf(JsonNode entry, Registration registration) {
        String host = registration.authorityUrl().getHost();
        String filed = entry.path("environment").asText();
        return registration.clientId().equalsIgnoreCase(entry.path("client_id").asText())
                && (host.equalsIgnoreCase(filed) || host.equalsIgnoreCase(FILED_UNDER.get(filed)));
    }

    /** Microsoft writes scopes with or without Graph's address in front, in any case and order. */
    static Set<Scope> scopes(String target) {
        Set<Scope> found = EnumSet.noneOf(Scope.class);
        for (String word : target.split("\\s+")) {
            String name = word.substring(word.lastIndexOf('/') + 1);
            Stream.of(Scope.values())
                    .filter(scope -> scope.word().equalsIgnoreCase(name))
                    .forEach(found::add);
        }
        return found;
    }

    /** The token came over TLS from the issuer itself, so its signature adds nothing (OpenID Connect Core, 3.1.3.7). */
    private static JsonNode claims(String idToken) {
        String[] parts = idToken.split("\\.");
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""));
        } catch (IOException | IllegalArgumentException e) {
            return JSON.createObjectNode();
        }
    }

    private static Stream<JsonNode> entries(JsonNode cache, String kind) {
        return StreamSupport.stream(cache.path(kind).spliterator(), false);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isBlank());
    }

    private static String first(List<Optional<String>> texts) {
        return texts.stream().flatMap(Optional::stream).findFirst().orElse("");
    }

    /** Neither tokens nor names get into a log by accident. */
    @Override
    public String toString() {
        return "CachedTokens";
    }
}
