package app.ampel.problem;

import app.ampel.naming.Word;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
    public enum Kind implements Word {
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
        CLOCK_WRONG(Remedy.RETRY),
        THROTTLED(Remedy.RETRY),
        SERVICE_FAILING(Remedy.RETRY),
        SERVICE_UNREADABLE(Remedy.RETRY),
        REFUSED_BY_GRAPH(Remedy.REFUSED),
        REFUSED_FOR_NOW(Remedy.REFUSED),
        NO_PRESENCE(Remedy.REFUSED),
        CANNOT_SAVE(Remedy.RETRY),
        CANNOT_LISTEN(Remedy.RETRY),
        HOME_TAKEN(Remedy.RETRY),

        KEY_STORE_CLOSED(Remedy.RETRY),
        TOKENS_UNWRITABLE(Remedy.RETRY),
        INTERNAL(Remedy.RETRY);

        private static final Set<Kind> REFUSED_SIGN_INS = EnumSet.of(
                BLOCKED_BY_POLICY,
                PUBLIC_CLIENT_NOT_ALLOWED,
                USER_NOT_ASSIGNED,
                DEVICE_NOT_REGISTERED,
                UNKNOWN_CLIENT,
                WRONG_TENANT,
                SIGN_IN_REFUSED);

        private final Remedy remedy;

        Kind(Remedy remedy) {
            this.remedy = remedy;
        }

        public Remedy remedy() {
            return remedy;
        }

        /** Whether, once Microsoft has said so, nobody is signed in until somebody has done something about it. */
        public boolean endsTheSignIn() {
            return remedy == Remedy.SIGN_IN || REFUSED_SIGN_INS.contains(this);
        }

        /** The key of its sentence. */
        public String key() {
            return "problem." + word();
        }
    }
}
