package app.ampel.face.cli;

import app.ampel.domain.problem.ProblemException;
import app.ampel.face.control.ExitCode;
import app.ampel.face.control.Failure;
import app.ampel.face.control.LineStarts;
import app.ampel.face.control.PeopleOperations;
import app.ampel.face.control.PeopleValues;
import app.ampel.face.control.PromptEvents;
import app.ampel.face.control.RequestValues;
import app.ampel.service.people.Pending;
import app.ampel.service.people.PeopleService;
import app.ampel.service.settings.LockedSettingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** How a command about people gets its answer: of the running program, or without one. */
final class PeopleTalk {

    /** Longer than the longest wait; who gives up presses Ctrl-C. */
    private static final Duration SILENCE = Duration.ofHours(25);

    private final Session session;
    private final Console console;
    private final boolean json;
    private final Prompter prompter;
    private final PeopleProgress progress;

    PeopleTalk(Session session, boolean json) {
        this.session = session;
        this.console = session.console();
        this.json = json;
        this.prompter = new Prompter(console.onlyErrors());
        this.progress = new PeopleProgress(console, session.program().isErrorTerminal());
    }

    static ObjectNode request(String what) {
        return LineStarts.ask("people").put("what", what);
    }

    /** Asks the running program, or does it here where none is running, and prints the answer; the exit code. */
    int askOrDo(ObjectNode request) throws Failure, ProblemException, LockedSettingException {
        check(request);
        Optional<ObjectNode> answer = answer(request, () -> {});
        return print(answer.isPresent() ? answer.get() : alone(request));
    }

    /**
     * Asks the running program; there has to be one.
     *
     * @param waiting runs once a second while there is no answer
     */
    int ask(ObjectNode request, Runnable waiting) throws Failure {
        check(request);
        return print(answer(request, waiting).orElseThrow(session::notRunning));
    }

    /** What is wrong is wrong whether Ampel runs or not. */
    private void check(ObjectNode request) throws Failure {
        new PeopleValues(new RequestValues(request, console.words()), console.words()).check();
    }

    private Optional<ObjectNode> answer(ObjectNode request, Runnable waiting) throws Failure {
        try {
            return session.askIfRunning(
                    request,
                    SILENCE,
                    event -> {
                        PromptEvents.prompt(event).ifPresent(prompter::show);
                        progress.look(event);
                        return true;
                    },
                    () -> {
                        waiting.run();
                        return true;
                    });
        } finally {
            progress.end();
        }
    }

    private ObjectNode alone(ObjectNode request) throws Failure, ProblemException, LockedSettingException {
        return session.directly(settings -> {
            session.log();
            return session.program()
                    .people(session.folders(), settings, prompter::show, people -> answer(people, request));
        });
    }

    private ObjectNode answer(PeopleService people, ObjectNode request) throws Failure {
        PeopleOperations operations =
                new PeopleOperations(people, console.words(), console.zones(), console.clock()::instant);
        RequestValues values = new RequestValues(request, console.words());
        Pending<ObjectNode> pending = operations.begin(values, progress::read);
        try {
            return pending.answer().join();
        } catch (CompletionException e) {
            throw operations.failure(values, e);
        } finally {
            progress.end();
        }
    }

    private int print(ObjectNode answer) {
        session.print(answer, json, "people");
        return answer.path("exit").asInt(ExitCode.OK);
    }
}
