package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * MSAL4J's requests for tokens without the user, within {@link RenewalLimit}. A refusal does not reach MSAL4J, which
 * would repeat it for two minutes to whoever asks, also when the computer has another network since.
 */
final class RenewalHttp implements IHttpClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A client loop, as Entra sees it, is over when nothing has been asked for a while. */
    private static final String LOOP = "AADSTS50196";

    private static final Duration LOOP_FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final IHttpClient http;
    private final RenewalLimit limit;
    private final Clock clock;

    RenewalHttp(IHttpClient http, RenewalLimit limit, Clock clock) {
        this.http = http;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws Exception {
        limit.ask(clock.instant());
        IHttpResponse answer = http.send(request);
        int status = answer.statusCode();
        // "Later" is no answer to the question, and has a back-off of its own.
        if (status == 429 || status >= 500) {
            return answer;
        }
        limit.answered(clock.instant());
        if (status >= 400) {
            throw new UnusableAnswer(refusal(answer.body(), clock.instant()));
        }
        return answer;
    }

    /** @param body as {@link SignInAnswer#error} leaves it */
    private static Problem refusal(String body, Instant now) throws IOException {
        JsonNode answer = JSON.readTree(body);
        Problem problem = SignInErrors.signIn(
                answer.path("error").asText(), answer.path("error_description").asText());
        return problem.code().equals(LOOP)
                ? new Problem(problem.kind(), problem.code(), Optional.of(now.plus(LOOP_FORGOTTEN_AFTER)))
                : problem;
    }
}
