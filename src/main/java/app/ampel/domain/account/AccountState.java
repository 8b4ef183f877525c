package app.ampel.domain.account;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;
import java.util.Objects;
import java.util.Optional;

/**
 * Where signing in stands.
 *
 * @param profile who is signed in; present exactly when {@code kind} is {@code SIGNED_IN} or when a signed-in user is
 *     asked for more
 * @param prompt what the user has to do, while Ampel waits for it
 * @param problem why nobody is signed in, or why the last attempt failed
 */
public record AccountState(
        Kind kind, Optional<Profile> profile, Optional<SignInPrompt> prompt, Optional<Problem> problem) {

    /** Words as in {@code status --json}. */
    public enum Kind implements WireName {
        SIGNED_OUT,
        WAITING,
        SIGNED_IN
    }

    public AccountState {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(problem);
        if (kind == Kind.SIGNED_IN && profile.isEmpty()) {
            throw new IllegalArgumentException("signed in, but who?");
        }
    }

    public static AccountState signedOut(Optional<Problem> problem) {
        return new AccountState(Kind.SIGNED_OUT, Optional.empty(), Optional.empty(), problem);
    }

    public static AccountState waiting(Optional<Profile> profile, Optional<SignInPrompt> prompt) {
        return new AccountState(Kind.WAITING, profile, prompt, Optional.empty());
    }

    public static AccountState signedIn(Profile profile) {
        return new AccountState(Kind.SIGNED_IN, Optional.of(profile), Optional.empty(), Optional.empty());
    }
}
