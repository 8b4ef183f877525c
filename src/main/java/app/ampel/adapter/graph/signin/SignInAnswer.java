package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/**
 * Answers of the sign-in service, made safe for MSAL4J: it logs the descriptions of errors, which name people, and it
 * polls without a pause when no interval is given.
 */
final class SignInAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 8628, 3.2: what a missing interval means. Seconds. */
    private static final int USUAL_INTERVAL = 5;

    /** An hour; nobody types that long. Seconds. */
    private static final int LONGEST_LIFE = 3600;

    private SignInAnswer() {}

    /** @param deviceCode whether it is the answer to the request for a device code */
    static String success(String body, boolean deviceCode) throws UnusableAnswer {
        ObjectNode answer = object(body, 200);
        if (!deviceCode) {
            JsonNode idToken = answer.path("id_token");
            if (!idToken.isMissingNode() && !isReadable(idToken.asText())) {
                // Encrypted, or none: MSAL4J stumbles over it, each kind in a way of its own.
                throw new UnusableAnswer(Problem.Kind.SERVICE_UNREADABLE, "id_token");
            }
            return body;
        }
        boolean usable = answer.path("device_code").isTextual()
                && answer.path("user_code").isTextual()
                && isWebAddress(answer.path("verification_uri").asText());
        if (!usable) {
            throw new UnusableAnswer(Problem.Kind.SERVICE_UNREADABLE, "HTTP 200");
        }
        if (answer.path("interval").asInt(0) < 1) {
            answer.put("interval", USUAL_INTERVAL);
        }
        int life = answer.path("expires_in").asInt(0);
        answer.put("expires_in", life < 1 ? 900 : Math.min(life, LONGEST_LIFE));
        return answer.toString();
    }

    /** A signed token: three parts, the second with claims. */
    private static boolean isReadable(String idToken) {
        String[] parts = idToken.split("\\.", -1);
        try {
            return parts.length == 3
                    && JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).isObject();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** It will be opened in a browser. */
    private static boolean isWebAddress(String text) {
        try {
            String scheme = URI.create(text).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The error's words and number without its sentences. */
    static String error(int status, String body) throws UnusableAnswer {
        if (status == 429 || status >= 500) {
            return error("temporarily_unavailable", "HTTP " + status).toString();
        }
        ObjectNode answer = object(body, status);
        String description = answer.path("error_description").asText("");
        ObjectNode safe = error(
                answer.path("error").asText("unknown"),
                SignInCodes.number(description)
                                .or(() -> number(answer.path("error_codes")))
                                .orElse("HTTP " + status)
                        + (description.contains("live.com") ? " live.com" : ""));
        for (String name : new String[] {"suberror", "claims", "error_codes"}) {
            JsonNode value = answer.get(name);
            if (value != null) {
                safe.set(name, value);
            }
        }
        return safe.toString();
    }

    /** Where the description names none. */
    private static Optional<String> number(JsonNode codes) {
        return Optional.of(codes.path(0).asText()).flatMap(code -> SignInCodes.number("AADSTS" + code));
    }

    static ObjectNode error(String word, String description) {
        return JSON.createObjectNode().put("error", word).put("error_description", description);
    }

    private static ObjectNode object(String body, int status) throws UnusableAnswer {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Said below, without the text.
        }
        throw new UnusableAnswer(Problem.Kind.SERVICE_UNREADABLE, "HTTP " + status);
    }
}
