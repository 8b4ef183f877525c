package app.ampel.adapter.graph.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Claims challenges (continuous access evaluation): why Graph wants a fresh token, to be handed on to the sign-in service. */
public final class Claims {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Claims() {}

    /** Graph sends them as base64 of JSON. Empty when it is neither that nor JSON. */
    public static Optional<String> decode(String challenge) {
        String text = challenge.strip();
        if (!text.startsWith("{")) {
            try {
                text = new String(
                        Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/')),
                        StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return object(text).map(ObjectNode::toString);
    }

    /** With the word that Ampel understands such challenges, which every request for a token carries. */
    static String withCapability(String claims) {
        ObjectNode all = object(claims).orElseGet(JSON::createObjectNode);
        all.withObject("/access_token").putObject("xms_cc").putArray("values").add("cp1");
        return all.toString();
    }

    private static Optional<ObjectNode> object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
