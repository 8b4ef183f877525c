package app.ampel.service.people;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Dispatch;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing that somebody waits for, whatever it goes through; can be cancelled before, while and after it runs. Nothing of what is
 * thrown is logged but its kind: it may name people. Any thread.
 */
final class PeopleTask<T> {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleTask.class);

    private final Executor requests;
    private final Executor observers;
    private final Consumer<Problem> failed;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Runnable whenCancelled = () -> {};
    private Thread runner;
    private boolean cancelled;

    /** @param failed told with what it has failed, before whoever waits; quick, on any thread */
    PeopleTask(Executor requests, Executor observers, Consumer<Problem> failed) {
        this.requests = requests;
        this.observers = observers;
        this.failed = failed;
    }

    Pending<T> pending() {
        return new Pending<>(answer, this::cancel);
    }

    /** Where the next step is told what this one came to. */
    interface Then<V> {
        void accept(V value) throws Exception;
    }

    /** Does {@code work}, which may block, on the thread of the requests, and goes on with {@code then} there. */
    <V> void run(Callable<V> work, Then<V> then) {
        boolean handedOver = Dispatch.run(requests, () -> {
            try {
                then.accept(interruptibly(work));
            } catch (Throwable e) {
                fail(e);
            }
        });
        if (!handedOver) {
            fail(new ProblemException(Problem.of(Problem.Kind.INTERNAL)));
        }
    }

    /** Goes on when {@code future} has its value. */
    <V> void after(CompletableFuture<V> future, Then<V> then) {
        future.whenComplete((value, thrown) -> {
            try {
                if (thrown != null) {
                    fail(thrown);
                } else {
                    then.accept(value);
                }
            } catch (Throwable e) {
                fail(e);
            }
        });
    }

    private <V> V interruptibly(Callable<V> work) throws Exception {
        synchronized (this) {
            if (cancelled) {
                throw new ProblemException(Problem.of(Problem.Kind.CANCELLED));
            }
            runner = Thread.currentThread();
        }
        try {
            V value = work.call();
            synchronized (this) {
                if (cancelled) {
                    throw new ProblemException(Problem.of(Problem.Kind.CANCELLED));
                }
            }
            return value;
        } finally {
            synchronized (this) {
                runner = null;
                // After it, the thread can be used for something else.
                Thread.interrupted();
            }
        }
    }

    /** What else is to be done when this is cancelled. */
    void whenCancelled(Runnable action) {
        boolean now;
        synchronized (this) {
            whenCancelled = action;
            now = cancelled;
        }
        if (now) {
            action.run();
        }
    }

    void complete(T value) {
        tell(() -> answer.complete(value));
    }

    void fail(Throwable thrown) {
        Throwable known = known(thrown);
        if (known instanceof ProblemException problem) {
            failed.accept(problem.problem());
        }
        tell(() -> answer.completeExceptionally(known));
    }

    private void tell(Runnable telling) {
        if (!answer.isDone() && !Dispatch.run(observers, telling)) {
            telling.run();
        }
    }

    private static Throwable known(Throwable thrown) {
        if (thrown instanceof ProblemException || thrown instanceof AmbiguousPersonException) {
            return thrown;
        }
        LOG.error(
                "Something about other people failed unexpectedly: {}",
                thrown.getClass().getName());
        return new ProblemException(Problem.of(Problem.Kind.INTERNAL));
    }

    private void cancel() {
        Runnable action;
        synchronized (this) {
            if (cancelled || answer.isDone()) {
                return;
            }
            cancelled = true;
            action = whenCancelled;
            if (runner != null) {
                runner.interrupt();
            }
        }
        action.run();
        fail(new ProblemException(Problem.of(Problem.Kind.CANCELLED)));
    }
}
