package app.ampel.service.wall;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.problem.Problem;
import app.ampel.service.people.FindWords;
import app.ampel.service.people.PeopleSnapshot;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands on the wall at a moment.
 *
 * @param wanted of whom, as it was typed
 * @param pool of whom; empty until that is understood
 * @param read how many people have been read so far
 * @param view who is there; empty: that is being found out, or there is a problem
 * @param problem with a view: what went wrong with the last request; without one: why there is none
 * @param refused what may not be read, where that is the problem
 */
public record WallState(
        FindWords.Pool wanted,
        Optional<ContactPool> pool,
        int read,
        Optional<PeopleSnapshot.WallView> view,
        Optional<Problem> problem,
        Optional<ConsentStep> refused) {

    public WallState {
        Objects.requireNonNull(wanted);
        Objects.requireNonNull(pool);
        Objects.requireNonNull(view);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(refused);
    }

    static WallState reading(FindWords.Pool wanted, Optional<ContactPool> pool, int read) {
        return new WallState(wanted, pool, read, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static WallState failed(
            FindWords.Pool wanted, Optional<ContactPool> pool, Problem problem, Optional<ConsentStep> refused) {
        return new WallState(wanted, pool, 0, Optional.empty(), Optional.of(problem), refused);
    }

    static WallState standing(FindWords.Pool wanted, PeopleSnapshot.WallView view, Optional<Problem> problem) {
        return new WallState(wanted, Optional.of(view.pool()), 0, Optional.of(view), problem, Optional.empty());
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "WallState";
    }
}
