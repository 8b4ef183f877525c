package app.ampel.service.people;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.RequestBudget.Priority;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.engine.PresenceService;
import java.time.Duration;

/** The user's own presence, read and written within the one budget of the program. */
public record BudgetedPresence(PresenceService presence, SharedBudget budget) implements PresenceService {

    private interface Write {
        void send() throws ProblemException;
    }

    private void write(Write write) throws ProblemException {
        budget.request(Priority.WRITE, () -> {
            write.send();
            return true;
        });
    }

    @Override
    public Presence read() throws ProblemException {
        return budget.request(Priority.OWN, presence::read);
    }

    @Override
    public void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException {
        write(() -> presence.setSession(availability, activity, lease));
    }

    @Override
    public void clearSession() throws ProblemException {
        write(presence::clearSession);
    }

    @Override
    public void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException {
        write(() -> presence.setPreferred(availability, activity, time));
    }

    @Override
    public void clearPreferred() throws ProblemException {
        write(presence::clearPreferred);
    }

    @Override
    public void setStatusMessage(StatusMessage message) throws ProblemException {
        write(() -> presence.setStatusMessage(message));
    }
}
