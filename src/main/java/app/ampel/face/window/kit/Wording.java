package app.ampel.face.window.kit;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.text.Messages;
import java.util.concurrent.CompletionException;

/** Problems as a window says them: with its buttons beside it, nobody has to be told which command to type. */
public record Wording(Messages words) {

    public Wording {
        words = words.onScreen();
    }

    public String of(Problem problem) {
        return words.say(problem);
    }

    /** What an intent or a change of the settings failed with. */
    public String of(Throwable thrown) {
        return cause(thrown) instanceof LockedSettingException locked ? locked.say(words) : of(problem(thrown));
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** The problem that an intent failed with. */
    public static Problem problem(Throwable thrown) {
        return cause(thrown) instanceof ProblemException known ? known.problem() : Problem.of(Problem.Kind.INTERNAL);
    }
}
