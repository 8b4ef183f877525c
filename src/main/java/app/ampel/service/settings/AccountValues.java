package app.ampel.service.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which texts are good values of {@link AccountSettings}: the same for the file and the command line. Pure. */
public final class AccountValues {

    /** Patterns of the values, as they would be typed. */
    public static final String CLIENT_ID = "00000000-0000-0000-0000-000000000000";

    public static final String TENANT = CLIENT_ID + ", example.org, organizations";
    public static final String URL = "https://…";

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,199}";
    /** Personal accounts have no presence, so there is nothing behind these two for us. */
    private static final Set<String> NOT_OURS = Set.of("common", "consumers");

    /** How they stand in a settings file. */
    static final Codec<Optional<String>> OF_CLIENT_ID =
            Codecs.optional(Codecs.text(CLIENT_ID, "an id", "^\\s*" + ID + "\\s*$", AccountValues::clientId));

    static final Codec<Optional<String>> OF_TENANT = Codecs.optional(Codecs.text(
            TENANT,
            "its id, one of its domains, or `organizations`",
            "^\\s*(?!([Cc][Oo][Mm][Mm][Oo][Nn]|[Cc][Oo][Nn][Ss][Uu][Mm][Ee][Rr][Ss])\\s*$)" + ID + "\\s*$",
            AccountValues::tenant));

    static final Codec<Optional<URI>> OF_URL = Codecs.optional(Codecs.text(
            URL,
            "`https://…`",
            "^\\s*(https://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])|http://(localhost|127\\.0\\.0\\.1|\\[::1\\]))(:[0-9]*)?"
                    + "([/?#]\\S*)?\\s*$",
            AccountValues::url));

    private AccountValues() {}

    public static Optional<String> clientId(String text) {
        return Optional.of(text.strip()).filter(id -> id.matches(ID));
    }

    public static Optional<String> tenant(String text) {
        return Optional.of(text.strip())
                .filter(id -> id.matches(ID) && !NOT_OURS.contains(id.toLowerCase(Locale.ROOT)));
    }

    /** Tokens go there, so it is https, but on this very computer. */
    public static Optional<URI> url(String text) {
        try {
            URI url = new URI(text.strip());
            boolean safe = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme())
                            && Set.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
            return Optional.of(url).filter(u -> safe && u.getHost() != null && u.getUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
