package app.ampel.domain.problem;

import java.util.Objects;

/** Carries a {@link Problem} out of an adapter. The cause is for the log only. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.kind().word() + (problem.code().isEmpty() ? "" : " " + problem.code()), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
