package app.ampel.service.people;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Something that was asked for and may take a while.
 *
 * @param answer completes on a thread of the observers; fails with a {@link app.ampel.domain.problem.ProblemException} or, where
 *     what was typed matches several people, with an {@link AmbiguousPersonException}
 * @param cancellation see {@link #cancel}
 */
public record Pending<T>(CompletableFuture<T> answer, Runnable cancellation) {

    public Pending {
        Objects.requireNonNull(answer);
        Objects.requireNonNull(cancellation);
    }

    /** Ends it with {@code CANCELLED}, unless it has its answer; what is under way is interrupted. Never blocks. Any thread. */
    public void cancel() {
        cancellation.run();
    }

    /** Without the answer: it might be logged. */
    @Override
    public String toString() {
        return "Pending";
    }
}
