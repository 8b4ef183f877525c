package app.ampel.service.people;

import app.ampel.domain.people.PresenceRound;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.problem.ProblemException;
import java.util.Collection;
import java.util.Map;

/** The port to other people's presence. Any thread; blocks, and never retries by itself. {@code Presence.Read.All}. */
public interface PresenceDirectory {

    /** Ids that Microsoft takes in one request. */
    int MOST = PresenceRound.A_REQUEST;

    /**
     * One {@code POST /communications/getPresencesByUserId}.
     *
     * @param ids object ids, 1 to {@link #MOST}
     * @return by id, in no order; whom Microsoft says nothing about is missing
     * @throws IllegalArgumentException for none or more than {@link #MOST}
     */
    Map<String, Presence> presences(Collection<String> ids) throws ProblemException;
}
