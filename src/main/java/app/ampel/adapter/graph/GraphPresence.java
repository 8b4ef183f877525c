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
import com.microsoft.graph.users.item.presence.PresenceRequestBuilder;
import com.microsoft.graph.users.item.presence.clearpresence.ClearPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setpresence.SetPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setstatusmessage.SetStatusMessagePostRequestBody;
import com.microsoft.graph.users.item.presence.setuserpreferredpresence.SetUserPreferredPresencePostRequestBody;
import com.microsoft.kiota.PeriodAndDuration;
import java.time.Duration;
import java.util.function.Function;

/** The user's own presence through the Graph SDK. */
public final class GraphPresence implements PresenceService {

    private final Registration registration;
    private final GraphCalls calls;

    public GraphPresence(Registration registration, GraphCalls calls) {
        this.registration = registration;
        this.calls = calls;
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
        Scope scope = purpose == GraphErrors.Purpose.READ ? Scope.PRESENCE_READ : Scope.PRESENCE_READ_WRITE;
        return calls.call(purpose, scope, graph -> request.apply(graph.me().presence()));
    }
}
