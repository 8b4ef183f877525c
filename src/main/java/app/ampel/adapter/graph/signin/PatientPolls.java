package app.ampel.adapter.graph.signin;

import app.ampel.adapter.http.NetworkErrors;
import app.ampel.adapter.http.UnusableAnswer;
import app.ampel.domain.problem.Problem;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For one device code: a hiccup while waiting for the user must not waste the code. MSAL4J ends the flow at the first
 * {@code slow_down}, 429, 5xx or reset; RFC 8628, 3.5, asks to slow down and go on. So a hiccup is waited out here and
 * told to MSAL4J as "still pending", until there are too many in a row.
 */
final class PatientPolls implements IHttpClient {

    private static final Logger LOG = LoggerFactory.getLogger(PatientPolls.class);

    static final int HICCUPS_IN_A_ROW = 5;
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final IHttpClient http;
    private final Clock clock;
    private final Pause pause;
    private int hiccups;
    private Duration slower = Duration.ZERO;

    PatientPolls(IHttpClient http, Clock clock, Pause pause) {
        this.http = http;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws Exception {
        boolean poll = request.body() != null && request.body().contains("device_code=");
        return poll ? poll(request) : usable(http.send(request));
    }

    private IHttpResponse poll(HttpRequest request) throws Exception {
        pause.of(slower);
        try {
            IHttpResponse answer = usable(http.send(request));
            hiccups = 0;
            if (isSlowDown(answer)) {
                slower = slower.compareTo(LONGEST) < 0 ? slower.plus(STEP) : slower;
                return pending();
            }
            return answer;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted() || ++hiccups > HICCUPS_IN_A_ROW) {
                throw e;
            }
            UnusableAnswer why = NetworkErrors.find(e, UnusableAnswer.class).orElseGet(() -> UnusableAnswer.of(e));
            LOG.info(
                    "a poll for the sign-in failed: {} {}",
                    why.getMessage(),
                    why.problem().code());
            pause.of(asked(why));
            return pending();
        }
    }

    /** MSAL4J keeps 429 and 5xx in mind and would refuse the next beginning by itself. */
    private IHttpResponse usable(IHttpResponse answer) throws UnusableAnswer {
        Optional<Problem> trouble = NetworkErrors.trouble(
                answer.statusCode(), NetworkErrors.header(answer.headers(), "Retry-After"), clock.instant());
        if (trouble.isPresent()) {
            throw new UnusableAnswer(trouble.get());
        }
        return answer;
    }

    private static boolean isSlowDown(IHttpResponse answer) {
        return answer.statusCode() == 400 && answer.body().contains("\"slow_down\"");
    }

    private Duration asked(UnusableAnswer answer) {
        Duration asked = answer.problem()
                .until()
                .map(until -> Duration.between(clock.instant(), until))
                .orElse(STEP);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked.isNegative() ? Duration.ZERO : asked;
    }

    private static IHttpResponse pending() {
        String body = SignInAnswer.error("authorization_pending", "hiccup").toString();
        return new MsalHttp.Answer(400, Map.of("Content-Type", List.of("application/json")), body);
    }
}
