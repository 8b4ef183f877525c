package app.ampel.face.window.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The commands that register Ampel in an organisation; the same as on the page for administrators. */
final class RegistrationScript {

    private static final String EXAMPLE = "example.org";

    private RegistrationScript() {}

    /** @param tenant where to register it, if that is known */
    static String text(Optional<String> tenant) {
        try (InputStream in =
                Objects.requireNonNull(RegistrationScript.class.getResourceAsStream("register-ampel.sh"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return tenant.map(known -> text.replace(EXAMPLE, known)).orElse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
