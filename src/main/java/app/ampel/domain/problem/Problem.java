package app.ampel.domain.problem;

import app.ampel.domain.naming.WireName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that went wrong.
 *
 * @param kind what it is; its sentence is found under {@link Kind#key()}
 * @param code the foreign code for the details, such as {@code AADSTS53003} or {@code HTTP 503}; empty when there is
 *     none. Never a message: those may carry names and tokens
 * @param until when it is worth trying again, where the other side said so
 */
public record Problem(Kind kind, String code, Optional<Instant> until) {

    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(code);
        Objects.requireNonNull(until);
    }

    public static Problem of(Kind kind) {
        return new Problem(kind, "", Optional.empty());
    }

    public static Problem of(Kind kind, String code) {
        return new Problem(kind, code, Optional.empty());
    }

    /** Who can put it right; decides the exit code and, in a window, which button is offered. */
    public enum Remedy {
        /** The user signs in (again). */
        SIGN_IN,
        /** The administrator, or Microsoft, has to allow something. */
        REFUSED,
        /** The command or the settings have to be put right. */
        USAGE,
        /** Waiting or the network helps; Ampel tries again by itself. */
        RETRY
    }

    /** Every problem Ampel knows. Each has a sentence and a remedy in {@code words.properties}. */
    public enum Kind implements WireName {
        NOT_SIGNED_IN(Remedy.SIGN_IN),
        NO_CLIENT_ID(Remedy.USAGE),
        SIGN_IN_UNFINISHED(Remedy.SIGN_IN),
        SIGN_IN_DECLINED(Remedy.SIGN_IN),
        SIGN_IN_CANCELLED(Remedy.SIGN_IN),
        SIGN_IN_INTERRUPTED(Remedy.RETRY),
        SIGN_IN_EXPIRED(Remedy.SIGN_IN),
        PASSWORD_EXPIRED(Remedy.SIGN_IN),
        MFA_NEEDED(Remedy.SIGN_IN),
        OTHER_ACCOUNT(Remedy.SIGN_IN),
        PERSONAL_ACCOUNT(Remedy.SIGN_IN),
        BLOCKED_BY_POLICY(Remedy.REFUSED),
        CONSENT_NEEDED(Remedy.REFUSED),
        PUBLIC_CLIENT_NOT_ALLOWED(Remedy.REFUSED),
        USER_NOT_ASSIGNED(Remedy.REFUSED),
        ACCOUNT_BLOCKED(Remedy.REFUSED),
        DEVICE_NOT_REGISTERED(Remedy.REFUSED),
        UNKNOWN_CLIENT(Remedy.REFUSED),
        WRONG_TENANT(Remedy.USAGE),
        SIGN_IN_REFUSED(Remedy.REFUSED),
        NO_BROWSER(Remedy.USAGE),
        NO_PRESENCE_IN_CLOUD(Remedy.USAGE),
        READ_ONLY_CLOUD(Remedy.REFUSED),
        NO_NETWORK(Remedy.RETRY),
        PROXY_AUTHENTICATION(Remedy.RETRY),
        CAPTIVE_PORTAL(Remedy.RETRY),
        UNTRUSTED_CERTIFICATE(Remedy.REFUSED),
        CERTIFICATE_EXPIRED(Remedy.REFUSED),
        CLOCK_WRONG(Remedy.RETRY),
        THROTTLED(Remedy.RETRY),
        SERVICE_FAILING(Remedy.RETRY),
        SERVICE_UNREADABLE(Remedy.RETRY),
        REFUSED_BY_GRAPH(Remedy.REFUSED),
        REFUSED_FOR_NOW(Remedy.REFUSED),
        NO_PRESENCE(Remedy.REFUSED),
        NOT_FOUND(Remedy.USAGE),
        AMBIGUOUS(Remedy.USAGE),
        TOO_MANY(Remedy.USAGE),
        SWITCHED_OFF(Remedy.USAGE),
        LOCKED(Remedy.REFUSED),
        CANCELLED(Remedy.USAGE),
        NOTE_ILLEGIBLE(Remedy.USAGE),
        CANNOT_SAVE(Remedy.RETRY),
        CANNOT_LISTEN(Remedy.RETRY),
        HOME_TAKEN(Remedy.RETRY),
        KEY_STORE_CLOSED(Remedy.RETRY),
        TOKENS_UNWRITABLE(Remedy.RETRY),
        INTERNAL(Remedy.RETRY);

        private final Remedy remedy;

        Kind(Remedy remedy) {
            this.remedy = remedy;
        }

        public Remedy remedy() {
            return remedy;
        }

        /** Whether nobody is signed in any more, once this has been said: only Entra's own final word does that. */
        public boolean endsTheSignIn() {
            return retry() == Retry.NEVER;
        }

        /**
         * The one table of what ends a sign-in and what does not. It speaks of an account that is signed in; a sign-in
         * that somebody is doing just now ends with whatever goes wrong.
         */
        public Retry retry() {
            return switch (this) {
                // There is no token to ask with.
                case NOT_SIGNED_IN -> Retry.NEVER;
                // Entra says of the refresh token itself that it has run out, was revoked or is not one.
                case SIGN_IN_EXPIRED -> Retry.NEVER;
                // Entra has revoked what was signed in with the old password, or waits for a new one.
                case PASSWORD_EXPIRED -> Retry.NEVER;

                // "Or because you moved to a new location", says Entra: back there it asks for no second proof.
                case MFA_NEEDED -> Retry.SLOWLY;
                // Policies look at network, place, risk and hour.
                case BLOCKED_BY_POLICY -> Retry.SLOWLY;
                // A computer is compliant again after its next check-in.
                case DEVICE_NOT_REGISTERED -> Retry.SLOWLY;
                // The administrator unlocks the account, or Entra does after a while.
                case ACCOUNT_BLOCKED -> Retry.SLOWLY;
                // The administrator approves, assigns, switches on or puts right; the refresh token outlives that.
                case CONSENT_NEEDED,
                        PUBLIC_CLIENT_NOT_ALLOWED,
                        USER_NOT_ASSIGNED,
                        UNKNOWN_CLIENT,
                        WRONG_TENANT,
                        REFUSED_BY_GRAPH -> Retry.SLOWLY;
                // Nobody knows what Entra meant; it has not said that the refresh token is bad.
                case SIGN_IN_REFUSED -> Retry.SLOWLY;
                // Words for somebody who is signing in: of an account that is signed in they say nothing.
                case SIGN_IN_UNFINISHED, SIGN_IN_DECLINED, OTHER_ACCOUNT, PERSONAL_ACCOUNT, NO_BROWSER -> Retry.SLOWLY;
                // Words for a question about somebody else: of the own account they say nothing.
                case NOT_FOUND, AMBIGUOUS, TOO_MANY, SWITCHED_OFF, LOCKED, CANCELLED -> Retry.SLOWLY;
                // Nothing is sent at all until the settings, or the note, are different.
                case NO_CLIENT_ID, NO_PRESENCE_IN_CLOUD, READ_ONLY_CLOUD, NOTE_ILLEGIBLE -> Retry.SLOWLY;

                // Whoever was interrupted has heard nothing from Entra.
                case SIGN_IN_CANCELLED, SIGN_IN_INTERRUPTED -> Retry.SOON;
                // The line, the service, this computer.
                case NO_NETWORK,
                        PROXY_AUTHENTICATION,
                        CAPTIVE_PORTAL,
                        UNTRUSTED_CERTIFICATE,
                        CERTIFICATE_EXPIRED,
                        CLOCK_WRONG,
                        THROTTLED,
                        SERVICE_FAILING,
                        SERVICE_UNREADABLE,
                        REFUSED_FOR_NOW,
                        NO_PRESENCE,
                        CANNOT_SAVE,
                        CANNOT_LISTEN,
                        HOME_TAKEN,
                        KEY_STORE_CLOSED,
                        TOKENS_UNWRITABLE,
                        INTERNAL -> Retry.SOON;
            };
        }

        /** The key of its sentence. */
        public String key() {
            return "problem." + word();
        }
    }
}
