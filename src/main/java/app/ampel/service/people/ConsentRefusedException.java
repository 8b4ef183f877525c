package app.ampel.service.people;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.PeopleUse;
import java.util.List;

/** The step of consent that something needs was not granted: the cause of the problem that says why. */
public final class ConsentRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ConsentStep step;
    private final transient List<PeopleUse> working;

    ConsentRefusedException(ConsentStep step, List<PeopleUse> working, Throwable cause) {
        super(step.word(), cause);
        this.step = step;
        this.working = List.copyOf(working);
    }

    public ConsentStep step() {
        return step;
    }

    /** What can be used all the same. */
    public List<PeopleUse> working() {
        return working;
    }
}
