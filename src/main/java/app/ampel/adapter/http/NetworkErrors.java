package app.ampel.adapter.http;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import java.io.IOException;
import java.net.ProtocolException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What went wrong between here and a service, as one of our problems, without side effects. The foreign text is never
 * used: it may carry names.
 */
public final class NetworkErrors {

    private NetworkErrors() {}

    /** A service that says "later", whichever it is: 429 and 509, or 5xx. */
    public static Optional<Problem> trouble(int status, String retryAfter, Instant now) {
        Kind kind = status == 429 || status == 509 ? Kind.THROTTLED : status >= 500 ? Kind.SERVICE_FAILING : null;
        return Optional.ofNullable(kind)
                .map(found -> new Problem(found, "HTTP " + status, RetryAfter.parse(retryAfter, now)));
    }

    /** No usable answer at all; empty when there was one. */
    public static Optional<Problem> network(Throwable error) {
        Optional<Problem> known = find(error, UnusableAnswer.class).map(UnusableAnswer::problem);
        if (known.isPresent()) {
            return known;
        }
        if (isAboutTime(error)) {
            return Optional.of(Problem.of(Kind.CLOCK_WRONG));
        }
        if (any(error, NetworkErrors::isAboutTrust)) {
            return Optional.of(Problem.of(Kind.UNTRUSTED_CERTIFICATE));
        }
        if (find(error, ProtocolException.class).isPresent()) {
            return Optional.of(Problem.of(Kind.SERVICE_UNREADABLE, "no HTTP"));
        }
        return find(error, IOException.class)
                .map(io -> Problem.of(Kind.NO_NETWORK, io.getClass().getSimpleName()));
    }

    /** A service seldom lets its certificates run out, so it is most often this computer's clock. */
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

    /** Null where there is none. */
    public static String header(Map<String, ? extends Collection<String>> headers, String name) {
        return headers(headers, name).stream().findFirst().orElse(null);
    }

    /** All of that name, in whatever case it is written. */
    public static List<String> headers(Map<String, ? extends Collection<String>> headers, String name) {
        return headers == null
                ? List.of()
                : headers.entrySet().stream()
                        .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList();
    }

    /** Codes are shown: only what looks like one. */
    public static boolean isWord(String text) {
        return text != null && text.matches("[A-Za-z0-9_.-]{1,60}");
    }

    public static <T> Optional<T> find(Throwable error, Class<T> type) {
        return chain(error).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static boolean any(Throwable error, Predicate<Throwable> test) {
        return chain(error).stream().anyMatch(test);
    }

    /** What it began with. */
    public static Throwable root(Throwable error) {
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
