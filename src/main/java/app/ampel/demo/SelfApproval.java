package app.ampel.demo;

import app.ampel.service.threads.Daemons;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the person who approves, where there is no browser to ask them in: every device code, and every browser address
 * that is opened with it, is agreed to after a while. One daemon thread, which sleeps until it is needed.
 */
public final class SelfApproval implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SelfApproval.class);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final Tenant tenant;
    private final Duration delay;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("ampel-demo-approval"));
    private final Runnable leave;

    private SelfApproval(Tenant tenant, Duration delay) {
        this.tenant = Objects.requireNonNull(tenant);
        this.delay = Objects.requireNonNull(delay);
        this.leave = tenant.signIn().onAsked(ask -> ask.userCode().ifPresent(this::approveLater));
    }

    /** Approves each code {@code delay}, in real time, after it was handed out. */
    public static SelfApproval after(Duration delay, Tenant tenant) {
        return new SelfApproval(tenant, delay);
    }

    /**
     * Opens the authorize address of the browser way, and answers it the way a browser would: with a form posted to the
     * loopback address that the client listens on.
     *
     * @return true: it never fails to open
     */
    public boolean open(URI authorize) {
        later(() -> {
            AuthorizeRequest ask = AuthorizeRequest.of(authorize, tenant.person());
            post(tenant.signIn().approve(ask));
        });
        return true;
    }

    private void approveLater(String userCode) {
        later(() -> tenant.signIn().approve(userCode));
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private void later(Task task) {
        try {
            thread.schedule(() -> runSafely(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed; nobody approves any more");
        }
    }

    private static void runSafely(Task task) {
        try {
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The demo could not approve its own sign-in", e);
        }
    }

    private static void post(AuthorizeRequest.Answer answer) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TIME_LIMIT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        HttpRequest request = HttpRequest.newBuilder(answer.redirect())
                .timeout(TIME_LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(answer.form())))
                .build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void close() {
        leave.run();
        thread.shutdownNow();
    }
}
