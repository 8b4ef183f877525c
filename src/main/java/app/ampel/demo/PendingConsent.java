package app.ampel.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A sign-in that waits for the person's word.
 *
 * @param userCode the code that the person compares; empty when the browser itself asks
 * @param wanted scopes not granted yet, in the order asked
 * @param granted scopes asked for that had been granted before
 */
public record PendingConsent(Optional<String> userCode, Set<String> wanted, Set<String> granted, Instant expires) {

    public PendingConsent {
        Objects.requireNonNull(userCode);
        Objects.requireNonNull(expires);
        wanted = Collections.unmodifiableSet(new LinkedHashSet<>(wanted));
        granted = Collections.unmodifiableSet(new LinkedHashSet<>(granted));
    }
}
