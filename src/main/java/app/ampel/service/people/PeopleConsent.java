package app.ampel.service.people;

import app.ampel.domain.account.Scope;
import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.problem.ProblemException;
import java.util.Set;

/** The port to asking for more scopes. Any thread. */
public interface PeopleConsent {

    /**
     * Asks for the scopes of a step, and for nothing beyond what is granted already: silently first, as they may have been granted for
     * everybody, else with a consent of their own. Blocks, for as long as the user takes.
     *
     * @return all that is granted now
     * @throws ProblemException {@code CONSENT_NEEDED} and others where it is refused; {@code CANCELLED} when the thread is
     *     interrupted
     */
    Set<Scope> obtain(ConsentStep step) throws ProblemException;
}
