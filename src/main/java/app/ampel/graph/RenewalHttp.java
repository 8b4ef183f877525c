package app.ampel.graph;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.time.Clock;

/** MSAL4J's requests for tokens without the user, within {@link RenewalLimit}. */
final class RenewalHttp implements IHttpClient {

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
        // "Later" is no answer to the question, and has a back-off of its own.
        if (answer.statusCode() != 429 && answer.statusCode() < 500) {
            limit.answered(clock.instant());
        }
        return answer;
    }
}
