package app.ampel.adapter.graph.people;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;

/** Whoever is interrupted asks nothing more. */
final class Interrupted {

    private Interrupted() {}

    interface Request<T> {
        T send() throws ProblemException;
    }

    static <T> T before(Request<T> request) throws ProblemException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Problem.of(Problem.Kind.CANCELLED));
        }
        return request.send();
    }
}
