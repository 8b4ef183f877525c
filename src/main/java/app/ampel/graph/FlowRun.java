package app.ampel.graph;

import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One run of an interactive flow: an application object with an empty cache and a thread of its own. The account gets
 * into the real cache only when everything about it is right, and an ended run leaves no poll behind.
 */
final class FlowRun implements AutoCloseable {

    private final Clock clock;
    private final AtomicReference<String> cache = new AtomicReference<>("");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final ExecutorService thread = new OneThread();
    private final PublicClientApplication application;

    FlowRun(Applications applications, IHttpClient http, Clock clock) {
        this.clock = clock;
        this.application = applications.make(http, thread, "", cache::set);
    }

    PublicClientApplication application() {
        return application;
    }

    /**
     * Begins a flow. MSAL4J starts its work before it has noted whose work it is, and fails when an answer comes faster
     * than that, as the demo's do: so the work waits until MSAL4J has returned.
     */
    CompletableFuture<IAuthenticationResult> begin(
            Function<PublicClientApplication, CompletableFuture<IAuthenticationResult>> flow) {
        CompletableFuture<IAuthenticationResult> result = flow.apply(application);
        begun.countDown();
        return result;
    }

    /** Waits for the token. */
    String finish(CompletableFuture<IAuthenticationResult> result) throws ProblemException {
        IAuthenticationResult token = await(result);
        if (token.accessToken() == null || token.accessToken().isBlank() || token.account() == null) {
            throw new ProblemException(Problem.of(Problem.Kind.SERVICE_UNREADABLE));
        }
        return cache.get();
    }

    <T> T await(Future<T> future) throws ProblemException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw new ProblemException(Problem.of(Problem.Kind.SIGN_IN_CANCELLED), e);
        } catch (ExecutionException e) {
            throw Errors.ofSignIn(e, clock.instant());
        }
    }

    /** Interrupts a poll's sleep; a request under way ends by its time limit and its answer is thrown away. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Runs nothing before the flow has begun. */
    private final class OneThread extends ThreadPoolExecutor {

        OneThread() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread made = new Thread(task, "ampel-sign-in");
                made.setDaemon(true);
                return made;
            });
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            try {
                begun.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
