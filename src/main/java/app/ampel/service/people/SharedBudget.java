package app.ampel.service.people;

import app.ampel.domain.presence.RequestBudget;
import app.ampel.domain.presence.RequestBudget.Priority;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The one {@link RequestBudget} of the program: every request to Microsoft Graph is counted here, and what one of them hears
 * of waiting all others keep to. Any thread.
 */
public final class SharedBudget {

    private final Supplier<Instant> clock;
    private final AtomicReference<RequestBudget> budget = new AtomicReference<>(RequestBudget.unused(Duration.ZERO));

    public SharedBudget(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public RequestBudget now() {
        return budget.get();
    }

    public void use(Duration shortest) {
        budget.updateAndGet(before -> before.withShortest(shortest));
    }

    /** One goes out that nobody asked {@link #request} for, as the next page of an answer. */
    public void count() {
        budget.updateAndGet(before -> before.sent(clock.get()));
    }

    void correct(Duration by) {
        budget.updateAndGet(before -> before.corrected(by));
    }

    /** A request with its answer. */
    interface Request<T> {
        T send() throws ProblemException;
    }

    /**
     * Sends one now.
     *
     * @throws ProblemException {@code THROTTLED}, unsent, while it must not be sent
     */
    <T> T request(Priority priority, Request<T> request) throws ProblemException {
        Instant now = clock.get();
        Instant earliest = now().earliest(priority, now);
        if (earliest.isAfter(now)) {
            throw new ProblemException(new Problem(Problem.Kind.THROTTLED, "", Optional.of(earliest)));
        }
        count();
        return counted(request);
    }

    /** Sends one that is counted already, and keeps what is heard of waiting. */
    <T> T counted(Request<T> request) throws ProblemException {
        try {
            T answer = request.send();
            budget.updateAndGet(RequestBudget::answered);
            return answer;
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (problem.kind() == Problem.Kind.THROTTLED) {
                budget.updateAndGet(before -> before.refused(problem.until(), clock.get()));
            }
            throw e;
        }
    }
}
