package app.ampel.adapter.graph;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalJsonParsingException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import java.io.IOException;
import java.net.ProtocolException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Foreign errors to ours, without side effects. The foreign text is never used: it may carry names. */
final class Errors {

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

    private Errors() {}

    /** What MSAL4J, or the network below it, threw. */
    static ProblemException ofSignIn(Throwable error, Instant now) {
        Optional<ProblemException> ours = find(error, ProblemException.class);
        // Of MSAL4J's errors only what lies below them goes to the log: their own text may quote an answer.
        Throwable cause = find(error, MsalException.class).isPresent()
                ? find(error, UnusableAnswer.class).orElse(null)
                : error;
        return ours.orElseGet(() -> new ProblemException(signIn(error, now), cause));
    }

    static Problem signIn(Throwable error, Instant now) {
        return network(error)
                .orElseGet(() -> find(error, MsalException.class)
                        .map(msal -> signIn(msal, now))
                        .orElse(Problem.of(Kind.INTERNAL, last(error).getClass().getSimpleName())));
    }

    private static Problem signIn(MsalException error, Instant now) {
        if (error instanceof MsalThrottlingException throttled) {
            return new Problem(Kind.THROTTLED, "", Optional.of(now.plusMillis(throttled.retryInMs())));
        }
        if (error instanceof MsalJsonParsingException) {
            return Problem.of(Kind.SERVICE_UNREADABLE);
        }
        if (error instanceof MsalServiceException service && service.statusCode() != null) {
            Optional<Problem> trouble = trouble(service.statusCode(), header(service.headers(), "Retry-After"), now);
            if (trouble.isPresent()) {
                return trouble.get();
            }
        }
        if (!(error instanceof MsalServiceException)
                && SignInCodes.byWord(error.errorCode()).isEmpty()) {
            // Microsoft has not said anything: something went wrong on this side.
            return Problem.of(Kind.INTERNAL, last(error).getClass().getSimpleName());
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
        return Problem.of(personal ? Kind.PERSONAL_ACCOUNT : kind, isWord(code) ? code : "");
    }

    /** A service that says "later", sign-in and Graph alike. */
    static Optional<Problem> trouble(int status, String retryAfter, Instant now) {
        Kind kind = status == 429 || status == 509 ? Kind.THROTTLED : status >= 500 ? Kind.SERVICE_FAILING : null;
        return Optional.ofNullable(kind)
                .map(found -> new Problem(found, "HTTP " + status, RetryAfter.parse(retryAfter, now)));
    }

    /** No usable answer at all; empty when there was one. */
    static Optional<Problem> network(Throwable error) {
        Optional<Problem> known = find(error, UnusableAnswer.class).map(UnusableAnswer::problem);
        if (known.isPresent()) {
            return known;
        }
        if (any(error, Errors::isAboutTime)) {
            return Optional.of(Problem.of(Kind.CLOCK_WRONG));
        }
        if (any(error, Errors::isAboutTrust)) {
            return Optional.of(Problem.of(Kind.UNTRUSTED_CERTIFICATE));
        }
        if (find(error, ProtocolException.class).isPresent()) {
            return Optional.of(Problem.of(Kind.SERVICE_UNREADABLE, "no HTTP"));
        }
        return find(error, IOException.class)
                .map(io -> Problem.of(Kind.NO_NETWORK, io.getClass().getSimpleName()));
    }

    /** Microsoft does not let its certificates run out, so it is this computer's clock. */
    static boolean isAboutTime(Throwable error) {
        return any(
                error,
                cause -> cause instanceof CertificateExpiredException
                        || cause instanceof CertificateNotYetValidException
                        || cause instanceof CertPathValidatorException path
                                && (path.getReason() == BasicReason.EXPIRED
                                        || path.getReason() == BasicReason.NOT_YET_VALID));
    }

    private static boolean isAboutTrust(Throwable error) {
        return error instanceof SSLPeerUnverifiedException
                || error instanceof SSLHandshakeException && any(error, CertificateException.class::isInstance);
    }

    static String header(Map<String, List<String>> headers, String name) {
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .findFirst()
                        .orElse(null);
    }

    /** Codes are shown: only what looks like one. */
    static boolean isWord(String text) {
        return text != null && text.matches("[A-Za-z0-9_.-]{1,60}");
    }

    static <T> Optional<T> find(Throwable error, Class<T> type) {
        return chain(error).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static boolean any(Throwable error, Predicate<Throwable> test) {
        return chain(error).stream().anyMatch(test);
    }

    private static Throwable last(Throwable error) {
        List<Throwable> causes = chain(error);
        return causes.get(causes.size() - 1);
    }

    /** The error and its causes; of several attempts to connect the later ones hang on the first as suppressed. */
    private static List<Throwable> chain(Throwable error) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable cause = error; cause != null && all.size() < 20; cause = cause.getCause()) {
            all.add(cause);
            all.addAll(List.of(cause.getSuppressed()));
        }
        return all;
    }
}
