package app.ampel.adapter.graph;

import app.ampel.domain.problem.Problem;
import java.io.IOException;

/** No answer, or one that no library should try to understand: travels as an I/O error, which both libraries pass on. */
final class UnusableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnusableAnswer(Problem problem) {
        super(problem.kind().word());
        this.problem = problem;
    }

    UnusableAnswer(Problem.Kind kind, String code) {
        this(Problem.of(kind, code));
    }

    /** The line failed. */
    static UnusableAnswer of(IOException error) {
        UnusableAnswer answer = new UnusableAnswer(Errors.network(error).orElse(Problem.of(Problem.Kind.NO_NETWORK)));
        answer.initCause(error);
        return answer;
    }

    Problem problem() {
        return problem;
    }
}
