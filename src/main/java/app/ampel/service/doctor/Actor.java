package app.ampel.service.doctor;

import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;

/** Who has to do something. */
public enum Actor implements WireName {
    NOBODY,
    YOU,
    ADMINISTRATOR,
    MICROSOFT;

    /** Who can put that right. */
    static Actor of(Problem.Kind kind) {
        return switch (kind) {
            case NOT_SIGNED_IN,
                    SIGN_IN_UNFINISHED,
                    SIGN_IN_DECLINED,
                    SIGN_IN_CANCELLED,
                    SIGN_IN_INTERRUPTED,
                    SIGN_IN_EXPIRED,
                    PASSWORD_EXPIRED,
                    MFA_NEEDED,
                    OTHER_ACCOUNT,
                    PERSONAL_ACCOUNT,
                    WRONG_TENANT,
                    NO_BROWSER,
                    NO_PRESENCE_IN_CLOUD,
                    NO_NETWORK,
                    CAPTIVE_PORTAL,
                    CLOCK_WRONG,
                    CANNOT_SAVE,
                    CANNOT_LISTEN,
                    NOTE_ILLEGIBLE,
                    NOT_FOUND,
                    AMBIGUOUS,
                    TOO_MANY,
                    SWITCHED_OFF,
                    CANCELLED,
                    HOME_TAKEN,
                    KEY_STORE_CLOSED,
                    TOKENS_UNWRITABLE -> YOU;
            case NO_CLIENT_ID,
                    BLOCKED_BY_POLICY,
                    CONSENT_NEEDED,
                    PUBLIC_CLIENT_NOT_ALLOWED,
                    USER_NOT_ASSIGNED,
                    ACCOUNT_BLOCKED,
                    DEVICE_NOT_REGISTERED,
                    UNKNOWN_CLIENT,
                    SIGN_IN_REFUSED,
                    PROXY_AUTHENTICATION,
                    UNTRUSTED_CERTIFICATE,
                    CERTIFICATE_EXPIRED,
                    REFUSED_BY_GRAPH,
                    LOCKED,
                    NO_PRESENCE -> ADMINISTRATOR;
            case READ_ONLY_CLOUD, SERVICE_FAILING, SERVICE_UNREADABLE, REFUSED_FOR_NOW -> MICROSOFT;
            case THROTTLED, INTERNAL -> NOBODY;
        };
    }
}
