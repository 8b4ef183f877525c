package app.ampel.service.engine;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.StatusMessage;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;

/**
 * The port to Microsoft Graph. Every method sends at most one request (two where a token had to be renewed), blocks for
 * no longer than the HTTP time limits (30 s) and never retries by itself: the schedule is the core's. Any thread.
 */
public interface PresenceService {

    /** {@code GET /me/presence}. */
    Presence read() throws ProblemException;

    /**
     * {@code POST /me/presence/setPresence} for the session whose id is the client id.
     *
     * @param lease PT5M to PT4H, whole minutes
     */
    void setSession(Availability availability, Activity activity, Duration lease) throws ProblemException;

    /** {@code POST /me/presence/clearPresence}; a session that is not there any more is as good as cleared. */
    void clearSession() throws ProblemException;

    /**
     * {@code POST /me/presence/setUserPreferredPresence}: the slot of Teams' own status menu. It counts for more than all
     * sessions, and is shown only while there is one.
     *
     * @param time after which Microsoft ends it; whole minutes
     */
    void setPreferred(Availability availability, Activity activity, Duration time) throws ProblemException;

    /** {@code POST /me/presence/clearUserPreferredPresence}; nothing there is as good as cleared. */
    void clearPreferred() throws ProblemException;

    /**
     * {@code POST /me/presence/setStatusMessage}: the note to colleagues. There is no call to take it away: an empty text
     * does.
     */
    void setStatusMessage(StatusMessage message) throws ProblemException;
}
