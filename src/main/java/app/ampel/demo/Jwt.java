package app.ampel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens in the shape of a JSON Web Token without a signature: MSAL4J reads the claims and verifies nothing. */
final class Jwt {

    private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"none\"}");

    private Jwt() {}

    static String of(JsonNode claims) {
        return HEADER + "." + encode(claims.toString()) + "." + encode("unsigned");
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
