package app.ampel.service.threads;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which work gets to another thread. Whatever is thrown, an {@link Error} included, by the work or by an
 * executor that finds no thread for it, is logged once, ends no thread and goes to no caller: an executor's own
 * {@link java.util.concurrent.FutureTask} would swallow it. Any thread.
 */
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private Dispatch() {}

    /**
     * Runs {@code work} on {@code executor}.
     *
     * @return false when it could not be handed over; it is not run later, either
     */
    public static boolean run(Executor executor, Runnable work) {
        AtomicBoolean refused = new AtomicBoolean();
        try {
            executor.execute(() -> {
                if (!refused.get()) {
                    guarded(work);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("Whoever should have done it has ended", e);
        } catch (Throwable e) {
            // An executor without a thread may have queued it all the same.
            refused.set(true);
            report("Work could not be handed to another thread", e);
        }
        return false;
    }

    /**
     * Asks for a value on {@code executor}.
     *
     * @param then told there, once, either what came of it or what was thrown; foreseen or not, that is for it to say
     * @return false when it could not be handed over; {@code then} is not told anything
     */
    public static <T> boolean ask(Executor executor, Callable<T> work, BiConsumer<T, Throwable> then) {
        return run(executor, () -> {
            T value;
            try {
                value = work.call();
            } catch (Throwable e) {
                then.accept(null, e);
                return;
            }
            then.accept(value, null);
        });
    }

    /**
     * Asks for a value on {@code executor}.
     *
     * @return fails with what was thrown, with a {@link RejectedExecutionException} where it could not be handed over
     */
    public static <T> CompletableFuture<T> supply(Executor executor, Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean handedOver = ask(executor, work, (value, thrown) -> {
            if (thrown == null) {
                answer.complete(value);
                return;
            }
            if (thrown instanceof Error) {
                // Nobody foresees these, so nobody else may say it.
                report("Something failed unexpectedly", thrown);
            }
            answer.completeExceptionally(thrown);
        });
        if (!handedOver) {
            answer.completeExceptionally(new RejectedExecutionException("There is no thread for it now"));
        }
        return answer;
    }

    /**
     * Runs {@code work} here.
     *
     * @return false when it threw something, which is logged
     */
    public static boolean guarded(Runnable work) {
        return guarded("Something", work);
    }

    /** The same; {@code what} is the log's word for it. */
    public static boolean guarded(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Throwable e) {
            report(what + " failed unexpectedly", e);
            return false;
        }
    }

    /** Logs; where there is not even memory for that, nothing more can be done. */
    public static void report(String what, Throwable thrown) {
        try {
            LOG.error(what, thrown);
        } catch (Throwable e) {
            // Whatever was thrown first is what matters, and the caller goes on.
        }
    }
}
