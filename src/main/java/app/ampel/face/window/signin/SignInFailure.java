package app.ampel.face.window.signin;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;
import java.util.List;

/**
 * What follows from a sign-in that failed. Pure.
 *
 * @param who has to act
 * @param steps what can be done next, best first
 * @param topic what to write to the administrator, where that is among the steps
 */
public record SignInFailure(Who who, List<Step> steps, Letters.Topic topic) {

    /** Who has to act. */
    enum Who implements WireName {
        YOU,
        YOU_OR_ADMINISTRATOR,
        ADMINISTRATOR,
        /** It passes, or something outside of the sign-in is to be mended. */
        NOBODY
    }

    /** Something to be done, by one button. */
    enum Step implements WireName {
        TRY_AGAIN,
        USE_BROWSER,
        USE_CODE,
        /** The browser asks which account to take. */
        OTHER_ACCOUNT,
        ASK_ADMINISTRATOR,
        CHECK_IDS
    }

    public SignInFailure {
        steps = List.copyOf(steps);
    }

    private static SignInFailure yours(Step... steps) {
        return new SignInFailure(Who.YOU, List.of(steps), Letters.Topic.REFUSED);
    }

    private static SignInFailure theirs(Letters.Topic topic, Step... steps) {
        return new SignInFailure(Who.ADMINISTRATOR, List.of(steps), topic);
    }

    private static SignInFailure passing() {
        return new SignInFailure(Who.NOBODY, List.of(Step.TRY_AGAIN), Letters.Topic.REFUSED);
    }

    /** @param way how it was tried */
    public static SignInFailure of(Problem.Kind kind, SignInWay way) {
        boolean byCode = way == SignInWay.DEVICE_CODE;
        Step other = byCode ? Step.USE_BROWSER : Step.USE_CODE;
        return switch (kind) {
            case NOT_SIGNED_IN,
                    SIGN_IN_DECLINED,
                    SIGN_IN_CANCELLED,
                    SIGN_IN_INTERRUPTED,
                    SIGN_IN_EXPIRED,
                    PASSWORD_EXPIRED,
                    MFA_NEEDED -> yours(Step.TRY_AGAIN, other);
            case SIGN_IN_UNFINISHED ->
                new SignInFailure(
                        Who.YOU_OR_ADMINISTRATOR,
                        byCode
                                ? List.of(Step.USE_BROWSER, Step.TRY_AGAIN, Step.ASK_ADMINISTRATOR)
                                : List.of(Step.TRY_AGAIN, Step.USE_CODE, Step.ASK_ADMINISTRATOR),
                        Letters.Topic.POLICY);
            case OTHER_ACCOUNT, PERSONAL_ACCOUNT -> yours(Step.OTHER_ACCOUNT);
            case BLOCKED_BY_POLICY ->
                byCode
                        ? new SignInFailure(
                                Who.YOU_OR_ADMINISTRATOR,
                                List.of(Step.USE_BROWSER, Step.ASK_ADMINISTRATOR),
                                Letters.Topic.POLICY)
                        : theirs(Letters.Topic.POLICY, Step.ASK_ADMINISTRATOR, Step.TRY_AGAIN);
            case CONSENT_NEEDED -> theirs(Letters.Topic.CONSENT, Step.ASK_ADMINISTRATOR, Step.TRY_AGAIN);
            case PUBLIC_CLIENT_NOT_ALLOWED ->
                byCode
                        ? theirs(Letters.Topic.PUBLIC_CLIENT, Step.ASK_ADMINISTRATOR, Step.USE_BROWSER)
                        : theirs(Letters.Topic.PUBLIC_CLIENT, Step.ASK_ADMINISTRATOR, Step.TRY_AGAIN);
            case USER_NOT_ASSIGNED ->
                theirs(Letters.Topic.ASSIGN, Step.ASK_ADMINISTRATOR, Step.OTHER_ACCOUNT, Step.TRY_AGAIN);
            case DEVICE_NOT_REGISTERED -> theirs(Letters.Topic.DEVICE, Step.ASK_ADMINISTRATOR, Step.TRY_AGAIN);
            case NO_CLIENT_ID -> yours(Step.CHECK_IDS);
            case UNKNOWN_CLIENT, WRONG_TENANT ->
                new SignInFailure(
                        Who.YOU_OR_ADMINISTRATOR,
                        List.of(Step.CHECK_IDS, Step.OTHER_ACCOUNT, Step.ASK_ADMINISTRATOR),
                        Letters.Topic.IDS);
            case ACCOUNT_BLOCKED ->
                theirs(Letters.Topic.REFUSED, Step.ASK_ADMINISTRATOR, Step.OTHER_ACCOUNT, Step.TRY_AGAIN);
            case SIGN_IN_REFUSED, REFUSED_BY_GRAPH, NO_PRESENCE, LOCKED ->
                theirs(Letters.Topic.REFUSED, Step.ASK_ADMINISTRATOR, Step.TRY_AGAIN, other);
            case NO_BROWSER -> yours(Step.USE_CODE);
            case NO_PRESENCE_IN_CLOUD, READ_ONLY_CLOUD ->
                new SignInFailure(Who.NOBODY, List.of(), Letters.Topic.REFUSED);
            case PROXY_AUTHENTICATION, UNTRUSTED_CERTIFICATE, CERTIFICATE_EXPIRED ->
                theirs(Letters.Topic.NETWORK, Step.ASK_ADMINISTRATOR, Step.TRY_AGAIN);
            case CAPTIVE_PORTAL,
                    CLOCK_WRONG,
                    CANNOT_SAVE,
                    KEY_STORE_CLOSED,
                    TOKENS_UNWRITABLE,
                    HOME_TAKEN,
                    NOTE_ILLEGIBLE,
                    NOT_FOUND,
                    AMBIGUOUS,
                    TOO_MANY,
                    SWITCHED_OFF,
                    CANCELLED -> yours(Step.TRY_AGAIN);
            case NO_NETWORK, THROTTLED, SERVICE_FAILING, SERVICE_UNREADABLE, REFUSED_FOR_NOW, CANNOT_LISTEN, INTERNAL ->
                passing();
        };
    }
}
