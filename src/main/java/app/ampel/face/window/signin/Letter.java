package app.ampel.face.window.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A mail to an administrator, to be sent by the user's own mail program. */
public record Letter(String subject, String body) {

    /** What every mail program and every system takes in one address. */
    private static final int LONGEST = 1900;

    public Letter {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(body);
    }

    /** Whether it is short enough to be handed over as a whole. */
    boolean fits() {
        return mailto(body).length() <= LONGEST;
    }

    /**
     * The address that begins it.
     *
     * @param instead the body of one that is too long
     */
    URI address(String instead) {
        return URI.create(mailto(fits() ? body : instead));
    }

    /** RFC 6068: lines end with a carriage return and a line feed, and a plus sign is a plus sign. */
    private String mailto(String text) {
        return "mailto:?subject=" + encoded(subject) + "&body=" + encoded(text.replace("\n", "\r\n"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** To be pasted as one. */
    String text() {
        return subject + "\n\n" + body;
    }
}
