package app.ampel.service.engine;

import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.ProblemException;
import app.ampel.domain.status.GraphRequest;
import java.util.Optional;

/** Which call tells Microsoft what. */
record Delivery(PresenceService to) implements GraphRequest.Visitor<Delivery.Call> {

    /** One of the calls of {@link PresenceService}; blocks. */
    interface Call {
        void send() throws ProblemException;
    }

    private static final StatusMessage NOTHING = new StatusMessage("", Optional.empty());

    @Override
    public Call setSession(GraphRequest.SetSession set) {
        return () -> to.setSession(set.pair().availability(), set.pair().activity(), set.lease());
    }

    @Override
    public Call clearSession(GraphRequest.ClearSession clear) {
        return to::clearSession;
    }

    @Override
    public Call setPreferred(GraphRequest.SetPreferred set) {
        return () -> to.setPreferred(set.pair().availability(), set.pair().activity(), set.time());
    }

    @Override
    public Call clearPreferred(GraphRequest.ClearPreferred clear) {
        return to::clearPreferred;
    }

    @Override
    public Call setNote(GraphRequest.SetNote set) {
        return () -> to.setStatusMessage(set.note());
    }

    @Override
    public Call putBackNote(GraphRequest.PutBackNote back) {
        return () -> to.setStatusMessage(back.before().orElse(NOTHING));
    }
}
