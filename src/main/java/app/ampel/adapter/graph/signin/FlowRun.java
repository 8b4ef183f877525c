package app.ampel.adapter.graph.signin;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Daemons;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One run of an interactive flow: an application object with an empty cache and threads of its own. The account gets
 * into the real cache only when everything about it is right, and an ended run leaves no poll behind.
 */
final class FlowRun implements AutoCloseable {

    private final Clock clock;
    private final AtomicReference<String> cache = new AtomicReference<>("");
    private final GatedThreads threads = new GatedThreads(Daemons.named("ampel-sign-in"));
    private final PublicClientApplication application;

    FlowRun(Applications applications, IHttpClient http, Clock clock) {
        this.clock = clock;
        this.application = applications.make(http, threads, "", cache::set);
    }

    PublicClientApplication application() {
        return application;
    }

    /** Begins something that MSAL4J does on the run's threads. */
    <T> T begin(Function<PublicClientApplication, T> flow) {
        return threads.handingOver(() -> flow.apply(application));
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
            throw SignInErrors.ofSignIn(e, clock.instant());
        }
    }

    /** Interrupts a poll's sleep; a request under way ends by its time limit and its answer is thrown away. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
