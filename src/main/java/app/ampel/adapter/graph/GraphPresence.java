package app.ampel.adapter.graph;

import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.naming.Legible;
import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.Problem.Kind;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.PresenceService;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.presence.PresenceRequestBuilder;
import com.microsoft.graph.users.item.presence.clearpresence.ClearPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setpresence.SetPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setstatusmessage.SetStatusMessagePostRequestBody;
import com.microsoft.graph.users.item.presence.setuserpreferredpresence.SetUserPreferredPresencePostRequestBody;
import com.microsoft.kiota.PeriodAndDuration;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Presence through the Graph SDK, which is loaded with the first call. */
public final class GraphPresence implements PresenceService {

    private final Registration registration;
    private final AccessTokens tokens;
    private final HttpStack http;
    private final Clock clock;
    private GraphServiceClient client;

    public GraphPresence(Registration registration, AccessTokens tokens, HttpStack http, Clock clock) {
        this.registration = registration;
        this.tokens = tokens;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Presence read() throws ProblemException {
        if (!registration.cloud().readsPresence()) {
            throw new ProblemException(Problem.of(Kind.NO_PRESENCE_IN_CLOUD));
        }
        com.microsoft.graph.models.Presence answer = call(GraphErrors.Purpose.READ, PresenceRequestBuilder::get);
        return GraphPresenceReader.translate(answer)
                .orElseThrow(() -> new ProblemException(Problem.of(Kind.SERVICE_UNREADABLE, "HTTP 200")));
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException {
        requireSetting();
        call(GraphErrors.Purpose.SET, presence -> {
            // A body can be sent once only: the SDK counts what was sent as unchanged and leaves it out the next time.
            SetPresencePostRequestBody body = new SetPresencePostRequestBody();
            body.setSessionId(registration.clientId());
            body.setAvailability(availability.word());
            body.setActivity(activity.word());
            body.setExpirationDuration(PeriodAndDuration.ofDuration(Duration.ofMinutes(lease.toMinutes())));
            presence.setPresence().post(body);
            return null;
        });
    }

    @Override
    public void clearSession() throws ProblemException {
        requireSetting();
        call(GraphErrors.Purpose.CLEAR, presence -> {
            ClearPresencePostRequestBody body = new ClearPresencePostRequestBody();
            body.setSessionId(registration.clientId());
            presence.clearPresence().post(body);
            return null;
        });
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException {
        requireSetting();
        call(GraphErrors.Purpose.SET, presence -> {
            SetUserPreferredPresencePostRequestBody body = new SetUserPreferredPresencePostRequestBody();
            body.setAvailability(availability.word());
            body.setActivity(activity.word());
            body.setExpirationDuration(PeriodAndDuration.ofDuration(Duration.ofMinutes(time.toMinutes())));
            presence.setUserPreferredPresence().post(body);
            return null;
        });
    }

    @Override
    public void clearPreferred() throws ProblemException {
        requireSetting();
        call(GraphErrors.Purpose.CLEAR, presence -> {
            presence.clearUserPreferredPresence().post();
            return null;
        });
    }

    @Override
    public void setStatusMessage(StatusMessage message) throws ProblemException {
        requireSetting();
        // The one way out for words to others: wherever they came from, nothing illegible leaves this computer.
        if (!Legible.is(message.text())) {
            throw new ProblemException(Problem.of(Kind.NOTE_ILLEGIBLE));
        }
        call(GraphErrors.Purpose.SET, presence -> {
            SetStatusMessagePostRequestBody body = new SetStatusMessagePostRequestBody();
            body.setStatusMessage(GraphMessages.written(message));
            presence.setStatusMessage().post(body);
            return null;
        });
    }

    private void requireSetting() throws ProblemException {
        if (!registration.cloud().setsPresence()) {
            throw new ProblemException(Problem.of(Kind.READ_ONLY_CLOUD));
        }
    }

    private <T> T call(GraphErrors.Purpose purpose, Function<PresenceRequestBuilder, T> request)
            throws ProblemException {
        try {
            return request.apply(presence());
        } catch (RuntimeException | StackOverflowError e) {
            // With a claims challenge the SDK has asked for another token and repeated the request already.
            if (GraphErrors.status(e) == 401 && !GraphErrors.hasClaims(e)) {
                tokens.accessToken(Optional.empty(), true);
                return again(purpose, request);
            }
            return give(e, purpose);
        }
    }

    private <T> T again(GraphErrors.Purpose purpose, Function<PresenceRequestBuilder, T> request)
            throws ProblemException {
        try {
            return request.apply(presence());
        } catch (RuntimeException | StackOverflowError e) {
            return give(e, purpose);
        }
    }

    private <T> T give(Throwable error, GraphErrors.Purpose purpose) throws ProblemException {
        if (purpose == GraphErrors.Purpose.CLEAR && GraphErrors.status(error) == 404) {
            return null;
        }
        Scope needed = purpose == GraphErrors.Purpose.READ ? Scope.PRESENCE_READ : Scope.PRESENCE_READ_WRITE;
        throw GraphErrors.translate(error, purpose, tokens.grants(needed), clock.instant());
    }

    private synchronized PresenceRequestBuilder presence() {
        if (client == null) {
            client = new GraphServiceClient(
                    new BaseBearerTokenAuthenticationProvider(new GraphTokens(registration.graphUrl(), tokens)),
                    http.graphClient());
            client.getRequestAdapter().setBaseUrl(registration.graphUrl().toString());
        }
        return client.me().presence();
    }
}
