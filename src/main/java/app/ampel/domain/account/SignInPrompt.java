package app.ampel.domain.account;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user has to do to finish a sign-in.
 *
 * @param way device code: go to {@code address} and enter {@code code}; browser: {@code address} has been opened
 * @param code the user code, device code only
 * @param expires when the code is no longer accepted
 * @param consent what more is to be granted by it, empty for a plain sign-in
 */
public record SignInPrompt(
        SignInWay way, URI address, Optional<String> code, Instant expires, Optional<ConsentRequest> consent) {

    private static final Duration ABOUT = Duration.ofSeconds(30);

    public SignInPrompt {
        Objects.requireNonNull(way);
        Objects.requireNonNull(address);
        Objects.requireNonNull(code);
        Objects.requireNonNull(expires);
        Objects.requireNonNull(consent);
    }

    /** Whether its code has run out, or will within the time that Microsoft and this computer may differ by. */
    public boolean hasRunOut(Instant now) {
        return !now.isBefore(expires.minus(ABOUT));
    }
}
