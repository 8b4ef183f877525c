package app.ampel.service.doctor;

import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all questions at once, each on a thread of its own and with a limit, so that the answer comes whatever hangs. A
 * question that has not come back since the last time is not asked again. Any thread.
 */
public final class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    /**
     * One question.
     *
     * @param ask may block; whoever is no longer wanted is interrupted. Throws when there is no answer
     */
    public record Question(Check about, Duration limit, Callable<Optional<? extends Fact>> ask) {

        /** For files, devices and buses of a computer that has much to do. */
        public static final Duration LOCAL = Duration.ofSeconds(10);

        public Question {
            Objects.requireNonNull(about);
            Objects.requireNonNull(limit);
            Objects.requireNonNull(ask);
        }

        /** About what is known without asking around. */
        public static Question of(Check about, Callable<? extends Fact> ask) {
            return new Question(about, LOCAL, () -> Optional.of(ask.call()));
        }
    }

    /**
     * One that goes on.
     *
     * @param result completes when everything has answered or is late; cancelled by {@code cancel}
     */
    public record Run(CompletableFuture<Evidence> result, Runnable cancel) {}

    private record Answer(Check about, Optional<? extends Fact> fact, boolean late) {

        static Answer late(Check about) {
            return new Answer(about, Optional.empty(), true);
        }
    }

    private final List<Question> questions;
    private final Supplier<Instant> clock;
    private final Set<Question> hanging = new HashSet<>();

    public Examination(List<Question> questions, Supplier<Instant> clock) {
        this.questions = List.copyOf(questions);
        this.clock = clock;
    }

    /** How many questions there are. */
    public int size() {
        return questions.size();
    }

    /** @param answered told how many have been answered, or are late; on any thread */
    public Run begin(IntConsumer answered) {
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        Count count = new Count(answered);
        for (Question question : questions) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Answer none = Answer.late(question.about());
            answer.completeOnTimeout(none, question.limit().toMillis(), TimeUnit.MILLISECONDS);
            // What is counted last is counted before the result is there.
            answers.add(answer.whenComplete((given, thrown) -> Dispatch.guarded(count::next)));
            if (start(question)) {
                threads.add(ask(question, answer));
            } else {
                answer.complete(none);
            }
        }
        CompletableFuture<Evidence> result = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> evidence(answers));
        result.whenComplete((evidence, thrown) -> threads.forEach(Thread::interrupt));
        return new Run(result, () -> result.cancel(false));
    }

    private synchronized boolean start(Question question) {
        return hanging.add(question);
    }

    private synchronized void ended(Question question) {
        hanging.remove(question);
    }

    private Thread ask(Question question, CompletableFuture<Answer> answer) {
        Thread thread = Daemons.thread("ampel-doctor-" + question.about().word(), () -> {
            Optional<? extends Fact> fact = Optional.empty();
            try {
                fact = question.ask().call();
            } catch (Throwable e) {
                // Whatever it is: a question that failed is not one that is slow.
                LOG.info("The doctor got no answer about: {}", question.about().word(), e);
                fact = Optional.of(
                        new Fact.Failed(question.about(), e.getClass().getSimpleName()));
            } finally {
                ended(question);
            }
            answer.complete(new Answer(question.about(), fact, false));
        });
        thread.start();
        return thread;
    }

    private Evidence evidence(List<CompletableFuture<Answer>> answers) {
        List<Fact> facts = new ArrayList<>();
        Set<Check> late = EnumSet.noneOf(Check.class);
        for (CompletableFuture<Answer> each : answers) {
            Answer answer = each.join();
            answer.fact().ifPresent(facts::add);
            if (answer.late()) {
                late.add(answer.about());
            }
        }
        return new Evidence(clock.get(), facts, late);
    }

    /** Counts up, and never tells a smaller number after a larger one. */
    private static final class Count {

        private final IntConsumer told;
        private int number;

        Count(IntConsumer told) {
            this.told = told;
        }

        synchronized void next() {
            told.accept(++number);
        }
    }
}
