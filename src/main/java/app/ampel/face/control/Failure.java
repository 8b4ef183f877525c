package app.ampel.face.control;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Why a command ends: one sentence for the user, a word for programs, an exit code. */
public final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String sentence;
    private final int exit;
    private final transient List<String> lines;

    public Failure(String kind, String sentence, int exit) {
        this(kind, sentence, exit, List.of(), null);
    }

    private Failure(String kind, String sentence, int exit, List<String> lines, Throwable cause) {
        super(kind, cause);
        this.kind = kind;
        this.sentence = sentence;
        this.exit = exit;
        this.lines = List.copyOf(lines);
    }

    /** The same with more to read below the sentence. */
    Failure with(List<String> more) {
        return new Failure(kind, sentence, exit, more, getCause());
    }

    public static Failure usage(String sentence) {
        return new Failure("usage", sentence, ExitCode.USAGE);
    }

    public static Failure of(Problem problem, Messages words) {
        return new Failure(problem.kind().word(), words.say(problem), ExitCode.of(problem));
    }

    /** The same of a command for which nothing is tried any more. */
    static Failure atTheEnd(Problem problem, Messages words) {
        return new Failure(problem.kind().word(), words.sayAtTheEnd(problem), ExitCode.of(problem));
    }

    /** Why a command has ended for which nothing is tried any more. */
    public static Failure atTheEnd(Throwable thrown, Messages words) {
        return problem(thrown).map(problem -> atTheEnd(problem, words)).orElseGet(() -> of(thrown, words));
    }

    private static Optional<Problem> problem(Throwable thrown) {
        return unwrapped(thrown) instanceof ProblemException problem
                ? Optional.of(problem.problem())
                : Optional.empty();
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable what = thrown;
        while ((what instanceof CompletionException || what instanceof ExecutionException) && what.getCause() != null) {
            what = what.getCause();
        }
        return what;
    }

    /** Whatever was thrown, in words. What we did not foresee is {@code INTERNAL} and keeps its cause for the log. */
    public static Failure of(Throwable thrown, Messages words) {
        Throwable what = unwrapped(thrown);
        if (what instanceof Failure failure) {
            return failure;
        }
        if (what instanceof ProblemException problem) {
            return of(problem.problem(), words);
        }
        if (what instanceof LockedSettingException locked) {
            return new Failure("set-by-administrator", locked.say(words), ExitCode.REFUSED);
        }
        Problem internal = Problem.of(Problem.Kind.INTERNAL);
        return new Failure(internal.kind().word(), words.say(internal), ExitCode.of(internal), List.of(), what);
    }

    /** The reverse of {@link #json}. */
    public static Failure of(JsonNode error) {
        List<String> lines = new ArrayList<>();
        error.path("lines").forEach(line -> lines.add(Plain.line(line.asText())));
        return new Failure(
                error.path("kind").asText(),
                Plain.line(error.path("message").asText()),
                error.path("exit").asInt(ExitCode.FAILED),
                lines,
                null);
    }

    public ObjectNode json() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode error = answer.putObject("error")
                .put("kind", kind)
                .put("message", sentence)
                .put("exit", exit);
        if (!lines.isEmpty()) {
            lines.forEach(error.putArray("lines")::add);
        }
        return answer;
    }

    public String kind() {
        return kind;
    }

    public String sentence() {
        return sentence;
    }

    /** More to read below the sentence. */
    public List<String> lines() {
        return lines;
    }

    public int exit() {
        return exit;
    }
}
