package app.ampel.face.control;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.ConsentReason;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.service.people.Pending;
import app.ampel.service.text.Messages;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What requests about people do: each is given up when its client hangs up. Called on the connections' threads. */
final class PeopleRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleRequestHandler.class);

    private final ControlServices services;
    private final Messages words;
    private final PeopleOperations operations;

    PeopleRequestHandler(ControlServices services, Messages words, Supplier<ZoneId> zone) {
        this.services = services;
        this.words = words;
        this.operations = new PeopleOperations(
                services.people(), words, zone, () -> services.status().now());
    }

    /** Passes on what the user is asked meanwhile, and how far it is. */
    void handle(RequestValues request, Answers answers) throws Failure {
        if (request.text("what").equals(PeopleOperations.WAIT) && !answers.stay()) {
            throw new Failure("busy", words.say("control.busy"), ExitCode.FAILED);
        }
        PromptEvents prompts = new PromptEvents(false, answers);
        // Somebody may be asked for something else while a command waits for hours.
        Runnable unwatch = services.account().watch(now -> {
            if (isAboutPeople(now)) {
                prompts.look(now);
            }
        });
        Pending<ObjectNode> pending;
        try {
            pending = operations.begin(request, new Progress(answers));
        } catch (Failure | RuntimeException e) {
            unwatch.run();
            throw e;
        }
        pending.answer().whenComplete((answer, thrown) -> {
            unwatch.run();
            answers.end(thrown == null ? () -> answer : failure(request, thrown)::json);
        });
        answers.onGone(() -> {
            unwatch.run();
            pending.cancel();
        });
    }

    private static boolean isAboutPeople(AccountState now) {
        return now.prompt()
                .flatMap(SignInPrompt::consent)
                .filter(consent -> consent.reason() != ConsentReason.SET_STATUS)
                .isPresent();
    }

    /** Of what nobody foresaw no more is logged than what it is: it may name people. */
    private Failure failure(RequestValues request, Throwable thrown) {
        Failure failure = operations.failure(request, thrown);
        if (failure.getCause() != null) {
            LOG.error(
                    "A request about people failed: {}",
                    failure.getCause().getClass().getName());
        }
        return failure;
    }

    /** How many people were read, as events: no more of them than the client reads. */
    private static final class Progress implements Consumer<Integer> {

        private final Answers answers;
        private final AtomicInteger latest = new AtomicInteger();
        private final AtomicBoolean underWay = new AtomicBoolean();

        Progress(Answers answers) {
            this.answers = answers;
        }

        @Override
        public void accept(Integer read) {
            latest.set(read);
            if (underWay.compareAndSet(false, true)) {
                answers.event(() -> {
                    underWay.set(false);
                    return event(latest.get());
                });
            }
        }

        private static ObjectNode event(int read) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("event", "progress")
                    .put("read", read);
        }
    }
}
