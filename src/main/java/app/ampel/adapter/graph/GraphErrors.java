package app.ampel.adapter.graph;

import app.ampel.adapter.http.NetworkErrors;
import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.account.Scope;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the Graph SDK threw, as one of our problems. */
final class GraphErrors {

    /** The same status means different things. */
    enum Purpose {
        READ,
        /** About others: the directory and their presence. */
        LOOK_UP,
        SET,
        /** What is not there any more is as good as cleared. */
        CLEAR
    }

    /** Tokens are good a few minutes beyond their time; a clock that is wrong by more makes all of them bad. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final Pattern CLAIMS = Pattern.compile("claims=\"[^\"]+\"", Pattern.CASE_INSENSITIVE);

    private GraphErrors() {}

    /** 0 when there was no answer with a status. */
    static int status(Throwable error) {
        return error instanceof ApiException api ? api.getResponseStatusCode() : 0;
    }

    /** As the SDK looks for it: it asks for another token, and repeats the request, only where there is something in it. */
    static boolean hasClaims(Throwable error) {
        return headers(error, "WWW-Authenticate").stream()
                .anyMatch(value -> CLAIMS.matcher(value).find());
    }

    /**
     * What the request needs.
     *
     * @param granted whether the token was given for it
     */
    record Need(Scope scope, boolean granted) {}

    static ProblemException translate(Throwable error, Purpose purpose, Need need, Instant now) {
        Optional<ProblemException> ours = NetworkErrors.find(error, ProblemException.class);
        // Graph's own messages stay out of the log: they name people.
        Throwable cause = error instanceof ApiException ? null : error;
        return ours.orElseGet(() -> new ProblemException(problem(error, purpose, need, now), cause));
    }

    private static Problem problem(Throwable error, Purpose purpose, Need need, Instant now) {
        if (error instanceof ApiException api) {
            return answered(api, purpose, need, now);
        }
        // The guard has named every failure of the line; whatever else there is, the SDK could not parse what it got,
        // and its JSON library calls that an I/O error too.
        boolean line = NetworkErrors.find(error, UnusableAnswer.class).isPresent()
                || NetworkErrors.find(error, InterruptedIOException.class).isPresent();
        return line ? NetworkErrors.network(error).orElseThrow() : Problem.of(Kind.SERVICE_UNREADABLE);
    }

    private static Problem answered(ApiException error, Purpose purpose, Need need, Instant now) {
        int status = error.getResponseStatusCode();
        String retryAfter = NetworkErrors.header(error.getResponseHeaders(), "Retry-After");
        return NetworkErrors.trouble(status, retryAfter, now).orElseGet(() -> {
            Kind kind = kind(error, purpose, need.granted(), now);
            boolean asksForScope = purpose == Purpose.LOOK_UP && kind == Kind.CONSENT_NEEDED;
            return Problem.of(kind, asksForScope ? need.scope().word() : "HTTP " + status + word(error));
        });
    }

    /**
     * One status has several causes, and each gets the one that the other side of the table rules out: a good token rules
     * out the sign-in (401), a granted permission the consent (403), the date of the answer the clock.
     */
    private static Kind kind(ApiException error, Purpose purpose, boolean granted, Instant now) {
        if (purpose == Purpose.LOOK_UP) {
            return ofLookUp(error, granted, now);
        }
        boolean reading = purpose == Purpose.READ;
        return switch (error.getResponseStatusCode()) {
            // Entra has given a good token a moment before: it is Graph that has trouble, and no sign-in would help.
            case 401 ->
                isClockWrong(error, now) ? Kind.CLOCK_WRONG : reading ? Kind.SERVICE_FAILING : Kind.REFUSED_FOR_NOW;
            // With the permission there, it is the account or its organisation: Teams is off, or there is no licence.
            case 402, 403 -> !granted ? Kind.CONSENT_NEEDED : reading ? Kind.NO_PRESENCE : Kind.REFUSED_BY_GRAPH;
            case 404, 410 -> Kind.NO_PRESENCE;
            default -> reading ? Kind.SERVICE_FAILING : Kind.REFUSED_FOR_NOW;
        };
    }

    /** About others Graph knows one thing more: that nobody is there. */
    private static Kind ofLookUp(ApiException error, boolean granted, Instant now) {
        return switch (error.getResponseStatusCode()) {
            case 401 -> isClockWrong(error, now) ? Kind.CLOCK_WRONG : Kind.SERVICE_FAILING;
            // Whatever the token was given for before: a scope can be taken back at any time.
            case 402, 403 -> !granted || saysThatAScopeIsMissing(error) ? Kind.CONSENT_NEEDED : Kind.REFUSED_BY_GRAPH;
            case 404, 410 -> Kind.NOT_FOUND;
            default -> Kind.SERVICE_FAILING;
        };
    }

    /** The directory has a word for it; presence says Forbidden, and nothing else. */
    private static boolean saysThatAScopeIsMissing(ApiException error) {
        return error instanceof ODataError odata
                && Optional.ofNullable(odata.getError())
                        .filter(said -> "Authorization_RequestDenied".equals(said.getCode())
                                || said.getMessage() == null
                                || said.getMessage().isEmpty())
                        .isPresent();
    }

    private static boolean isClockWrong(ApiException error, Instant now) {
        return headers(error, "Date").stream().findFirst().flatMap(GraphErrors::date).stream()
                .anyMatch(theirs -> Duration.between(theirs, now).abs().compareTo(TOLERANCE) > 0);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Microsoft's own word for the error, where it is one word. */
    private static String word(ApiException error) {
        return error instanceof ODataError odata
                ? Optional.ofNullable(odata.getError())
                        .map(MainError::getCode)
                        .filter(NetworkErrors::isWord)
                        .map(word -> " " + word)
                        .orElse("")
                : "";
    }

    private static List<String> headers(Throwable error, String name) {
        return error instanceof ApiException api ? NetworkErrors.headers(api.getResponseHeaders(), name) : List.of();
    }
}
