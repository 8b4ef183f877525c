package app.ampel.ui;

import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import app.ampel.words.Words;
import java.util.concurrent.CompletionException;

/** Problems as a window says them: with its buttons beside it, nobody has to be told which command to type. */
record Wording(Words words) {

    Wording {
        words = words.onScreen();
    }

    String of(Problem problem) {
        return words.say(problem);
    }

    /** The problem that an intent failed with. */
    static Problem problem(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL);
    }
}
