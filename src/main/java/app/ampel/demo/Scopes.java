package app.ampel.demo;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The scopes of one request.
 *
 * @param graph Graph's, by their short names, in the order asked
 * @param openId whether an id token is wanted
 * @param offline whether a refresh token is wanted
 */
record Scopes(Set<String> graph, boolean openId, boolean offline) {

    private static final String GRAPH = "https://graph.microsoft.com/";
    /** Those that nobody but an administrator may agree to. */
    static final Set<String> ADMINISTRATORS = Set.of("GroupMember.Read.All", "User.Read.All");

    private static final Set<String> KNOWN = Set.of(
            "User.Read",
            "User.ReadBasic.All",
            "User.Read.All",
            "Presence.Read",
            "Presence.Read.All",
            "Presence.ReadWrite",
            "People.Read",
            "GroupMember.Read.All");
    private static final Set<String> OPEN_ID = Set.of("openid", "profile", "email");

    Scopes {
        graph = Collections.unmodifiableSet(new LinkedHashSet<>(graph));
    }

    /** Reads a request's scope parameter; a scope that is not known here is refused. */
    static Scopes parse(String text) {
        Set<String> graph = new LinkedHashSet<>();
        boolean openId = false;
        boolean offline = false;
        for (String word : Objects.requireNonNullElse(text, "").strip().split("\\s+")) {
            String scope = word.startsWith(GRAPH) ? word.substring(GRAPH.length()) : word;
            if (KNOWN.contains(scope)) {
                graph.add(scope);
            } else if (OPEN_ID.contains(scope)) {
                openId = true;
            } else if (scope.equals("offline_access")) {
                offline = true;
            } else {
                throw LoginRefusal.of("invalid_scope", 70011, "The scope '" + scope + "' is not valid.");
            }
        }
        return new Scopes(graph, openId, offline);
    }
}
