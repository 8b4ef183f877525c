package app.ampel.adapter.http;

import app.ampel.domain.problem.Problem;
import java.io.IOException;

/** No answer, or one that no library should try to understand: travels as an I/O error, which they pass on. */
public final class UnusableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UnusableAnswer(Problem problem) {
        super(problem.kind().word());
        this.problem = problem;
    }

    public UnusableAnswer(Problem.Kind kind, String code) {
        this(Problem.of(kind, code));
    }

    /** The line failed. */
    public static UnusableAnswer of(IOException error) {
        UnusableAnswer answer =
                new UnusableAnswer(NetworkErrors.network(error).orElse(Problem.of(Problem.Kind.NO_NETWORK)));
        answer.initCause(error);
        return answer;
    }

    public Problem problem() {
        return problem;
    }
}
