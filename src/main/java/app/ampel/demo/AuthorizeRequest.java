package app.ampel.demo;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The browser way's request: the query of the authorize address, checked.
 *
 * @param state the client's own mark, given back to it
 * @param challenge PKCE's, made with S256
 */
record AuthorizeRequest(Scopes asked, URI redirect, String state, String challenge) {

    /** The one that MSAL4J registers for: http, this computer, any port. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    /** Where the browser goes next, and the form that it posts there. */
    record Answer(URI redirect, Map<String, String> form) {}

    static AuthorizeRequest of(URI address, DemoUser person) {
        Map<String, String> query = Form.decode(Objects.requireNonNullElse(address.getRawQuery(), ""));
        requireClient(person, query.getOrDefault("client_id", ""));
        require(query, "response_type", "code");
        require(query, "response_mode", "form_post");
        require(query, "code_challenge_method", "S256");
        URI redirect = redirect(query.getOrDefault("redirect_uri", ""));
        String challenge = query.getOrDefault("code_challenge", "");
        if (challenge.isEmpty()) {
            throw LoginRefusal.of("invalid_request", 900144, "The request body must contain 'code_challenge'.");
        }
        Scopes asked = Scopes.parse(query.get("scope"));
        return new AuthorizeRequest(asked, redirect, query.getOrDefault("state", ""), challenge);
    }

    static void requireClient(DemoUser person, String clientId) {
        if (!person.clientId().equals(clientId)) {
            throw LoginRefusal.of(
                    "unauthorized_client", 700016, "No application with this identifier in " + person.domain() + ".");
        }
    }

    private static void require(Map<String, String> query, String name, String value) {
        if (!value.equals(query.get(name))) {
            throw LoginRefusal.of("invalid_request", 0, "Here '" + name + "' has to be '" + value + "'.");
        }
    }

    private static URI redirect(String text) {
        URI redirect;
        try {
            redirect = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw LoginRefusal.of("invalid_request", 50011, "The redirect URI is not one.");
        }
        if (!"http".equals(redirect.getScheme()) || !LOOPBACK.contains(String.valueOf(redirect.getHost()))) {
            throw LoginRefusal.of("invalid_request", 50011, "The redirect URI is not registered: http://localhost is.");
        }
        return redirect;
    }
}
