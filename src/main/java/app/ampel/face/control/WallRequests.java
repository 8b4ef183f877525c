package app.ampel.face.control;

import app.ampel.domain.people.ContactPool;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.account.AccountService;
import app.ampel.service.people.Pending;
import app.ampel.service.text.Messages;
import app.ampel.service.wall.WallRequest;
import app.ampel.service.wall.WallSentences;
import app.ampel.service.wall.WallService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What requests about the wall do. Called on the connections' threads. */
final class WallRequests {

    private final WallService wall;
    private final AccountService account;
    private final Messages words;
    private final WallSentences sentences;

    WallRequests(WallService wall, AccountService account, Messages words) {
        this.wall = wall;
        this.account = account;
        this.words = words;
        this.sentences = new WallSentences(words);
    }

    void handle(WallValues values, Answers answers) throws Failure {
        if (values.isStop()) {
            boolean closed = wall.hide();
            answers.end(() -> said(words.say(closed ? "wall.closed" : "wall.none")));
        } else {
            show(values.wall(), answers);
        }
    }

    /** Passes on what the user is asked meanwhile; the wall goes with a client that hangs up before it stands. */
    private void show(WallRequest request, Answers answers) throws Failure {
        requireMonitor(request);
        PromptEvents prompts = new PromptEvents(false, answers);
        Runnable unwatch = account.watch(prompts::look);
        Pending<ContactPool> pending = wall.show(request);
        pending.answer().whenComplete((pool, thrown) -> {
            unwatch.run();
            answers.end(() -> thrown == null
                    ? said(words.say("wall.shown", sentences.title(pool)))
                    : failure(request, thrown).json());
        });
        answers.onGone(() -> {
            unwatch.run();
            pending.cancel();
        });
    }

    private void requireMonitor(WallRequest request) throws Failure {
        int monitors = wall.monitors();
        if (monitors == 0) {
            throw new Failure("no-display", words.say("wall.no-display"), ExitCode.FAILED);
        }
        int wanted = request.monitor().orElse(1);
        if (wanted > monitors) {
            throw Failure.usage(words.say("wall.no-monitor", wanted, monitors));
        }
    }

    /** The same sentence as on the wall. */
    private Failure failure(WallRequest request, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof ProblemException known
                ? new Failure(
                        known.problem().kind().word(),
                        sentences.failure(request.pool(), known.problem(), Optional.empty()),
                        ExitCode.of(known.problem()))
                : Failure.of(cause, words);
    }

    private static ObjectNode said(String sentence) {
        ObjectNode answer = LineStarts.ok();
        answer.putArray("text").add(sentence);
        return answer;
    }
}
