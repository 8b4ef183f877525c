package app.ampel.graph;

import app.ampel.problem.Problem;
import java.io.IOException;

/** An answer that no library should try to understand: travels as an I/O error, which both libraries pass on. */
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

    Problem problem() {
        return problem;
    }
}
