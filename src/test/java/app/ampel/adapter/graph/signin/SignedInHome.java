package app.ampel.adapter.graph.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A home folder as one that has been in use: somebody signed in, and a presence seen a minute ago. */
public final class SignedInHome {

    /** What the terminal's light says of that presence: old knowledge is shown as old. */
    public static final String FIRST_LIGHT = "Light: dim red";

    private static final String CLIENT = "11111111-2222-3333-4444-555555555555";

    private SignedInHome() {}

    /** Nobody listens where this home's Microsoft is, so that no benchmark talks to the real one. */
    public static void fill(Path home) throws IOException {
        fill(home, URI.create("https://localhost:9/t/"), URI.create("https://localhost:9/v1.0"));
    }

    /** With a token that is good for a day. */
    public static void fill(Path home, URI authority, URI graph) throws IOException {
        Files.writeString(home.resolve("settings.json"), """
                {"version":1,"account":%s}
                """.formatted(account(CLIENT, authority, graph)));
        Files.writeString(
                home.resolve("state.json"), """
                {"version":1,"presence":{"availability":"Busy","activity":"InAMeeting","outOfOffice":false,
                "sequenceNumber":"","at":"%s"}}
                """.formatted(Instant.now().minus(Duration.ofMinutes(1))));
        signIn(home, CLIENT, "none");
    }

    /** The member {@code account} of the settings. */
    public static String account(String client, URI authority, URI graph) {
        return """
                {"clientId":"%s","tenant":"t","authority":"%s","graph":"%s"}""".formatted(client, authority, graph);
    }

    /** @param token good for a day, as far as the home knows */
    public static void signIn(Path home, String client, String token) throws IOException {
        Instant now = Instant.now();
        long end = now.plus(Duration.ofDays(1)).getEpochSecond();
        Path tokens = Files.createDirectories(home.resolve("tokens"));
        Files.writeString(
                tokens.resolve("tokens.json"), """
                {"Account":{"a":{"home_account_id":"u.t","environment":"localhost","realm":"t",
                "local_account_id":"u","username":"kim@example.org","authority_type":"MSSTS"}},
                "IdToken":{"i":{"home_account_id":"u.t","environment":"localhost","realm":"t",
                "credential_type":"IdToken","client_id":"%1$s","secret":"%2$s"}},
                "AccessToken":{"t":{"home_account_id":"u.t","environment":"localhost","realm":"t",
                "credential_type":"AccessToken","client_id":"%1$s","secret":"%5$s",
                "target":"openid profile offline_access User.Read Presence.Read Presence.ReadWrite",
                "cached_at":"%3$d","expires_on":"%4$d","extended_expires_on":"%4$d"}}}
                """.formatted(client, idToken(), now.getEpochSecond(), end, token));
    }

    private static String idToken() {
        return part("{\"alg\":\"none\"}") + "."
                + part("{\"name\":\"Kim\",\"preferred_username\":\"kim@example.org\",\"tid\":\"t\",\"oid\":\"u\"}")
                + ".";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
