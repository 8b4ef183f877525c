package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.NetworkErrors;
import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalJsonParsingException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What MSAL4J threw, and what Entra said, as one of our problems, without side effects. The foreign text is never used:
 * it may carry names.
 */
final class SignInErrors {

    /** Words that Entra puts beside many numbers: with an unknown number they say nothing. */
    private static final Set<String> VAGUE = Set.of(
            "invalid_client",
            "unauthorized_client",
            "access_denied",
            "invalid_grant",
            "interaction_required",
            "login_required");

    /** RFC 8628's words for how asking by code ended: they say more than a number beside them. */
    private static final Set<String> ENDS_OF_A_CODE = Set.of(
            "authorization_declined",
            "authorization_pending",
            "bad_verification_code",
            "code_expired",
            "expired_token");

    private SignInErrors() {}

    /** What MSAL4J, or the network below it, threw. */
    static ProblemException ofSignIn(Throwable error, Instant now) {
        Optional<ProblemException> ours = NetworkErrors.find(error, ProblemException.class);
        // Of MSAL4J's errors only what lies below them goes to the log: their own text may quote an answer.
        Throwable cause = NetworkErrors.find(error, MsalException.class).isPresent()
                ? NetworkErrors.find(error, UnusableAnswer.class).orElse(null)
                : error;
        return ours.orElseGet(() -> new ProblemException(signIn(error, now), cause));
    }

    static Problem signIn(Throwable error, Instant now) {
        return NetworkErrors.network(error)
                .orElseGet(() -> NetworkErrors.find(error, MsalException.class)
                        .map(msal -> signIn(msal, now))
                        .orElse(Problem.of(
                                Kind.INTERNAL,
                                NetworkErrors.root(error).getClass().getSimpleName())));
    }

    private static Problem signIn(MsalException error, Instant now) {
        if (error instanceof MsalThrottlingException throttled) {
            return new Problem(Kind.THROTTLED, "", Optional.of(now.plusMillis(throttled.retryInMs())));
        }
        if (error instanceof MsalJsonParsingException) {
            return Problem.of(Kind.SERVICE_UNREADABLE);
        }
        if (error instanceof MsalServiceException service && service.statusCode() != null) {
            Optional<Problem> trouble = NetworkErrors.trouble(
                    service.statusCode(), NetworkErrors.header(service.headers(), "Retry-After"), now);
            if (trouble.isPresent()) {
                return trouble.get();
            }
        }
        if (!(error instanceof MsalServiceException)
                && SignInCodes.byWord(error.errorCode()).isEmpty()) {
            // Microsoft has not said anything: something went wrong on this side.
            return Problem.of(
                    Kind.INTERNAL, NetworkErrors.root(error).getClass().getSimpleName());
        }
        return signIn(error.errorCode(), error.getMessage());
    }

    /**
     * @param error OAuth's word
     * @param description with Microsoft's number in it
     */
    static Problem signIn(String error, String description) {
        String code = SignInCodes.number(description).orElse(error == null ? "" : error);
        // A personal account knocking at a company's door gets 50020 and the name of its own door.
        boolean personal = code.equals("AADSTS50020") && description.contains("live.com");
        String word = error == null ? "" : error.toLowerCase(Locale.ROOT);
        Optional<Kind> byWord =
                code.startsWith("AADSTS") && VAGUE.contains(word) ? Optional.empty() : SignInCodes.byWord(word);
        Kind kind = Optional.of(word)
                .filter(ENDS_OF_A_CODE::contains)
                .flatMap(SignInCodes::byWord)
                .or(() -> SignInCodes.byNumber(code))
                .or(() -> byWord)
                .orElse(Kind.SIGN_IN_REFUSED);
        return Problem.of(personal ? Kind.PERSONAL_ACCOUNT : kind, NetworkErrors.isWord(code) ? code : "");
    }
}
