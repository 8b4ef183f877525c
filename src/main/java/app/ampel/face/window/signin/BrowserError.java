package app.ampel.face.window.signin;

import app.ampel.domain.account.SignInWay;
import app.ampel.domain.naming.WireName;
import app.ampel.domain.problem.Problem;

/** What people meet in the browser while they sign in; Ampel hears nothing of most of it. */
enum BrowserError implements WireName {
    APPROVAL(Problem.Kind.CONSENT_NEEDED, "AADSTS65001, AADSTS90094"),
    BLOCKED(Problem.Kind.BLOCKED_BY_POLICY, "AADSTS53003"),
    ASSIGNED(Problem.Kind.USER_NOT_ASSIGNED, "AADSTS50105"),
    DEVICE(Problem.Kind.DEVICE_NOT_REGISTERED, "AADSTS50097, AADSTS53000, AADSTS53001"),
    ACCOUNT(Problem.Kind.PERSONAL_ACCOUNT, "AADSTS50020");

    private final Problem.Kind kind;
    private final String codes;

    BrowserError(Problem.Kind kind, String codes) {
        this.kind = kind;
        this.codes = codes;
    }

    /** What it would be if Ampel had heard of it. */
    Problem.Kind kind() {
        return kind;
    }

    /** Which the browser shows in small letters. */
    String codes() {
        return codes;
    }

    /** What to do about it. */
    SignInFailure.Step step(SignInWay way) {
        return SignInFailure.of(kind, way).steps().get(0);
    }
}
