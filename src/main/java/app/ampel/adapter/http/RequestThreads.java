package app.ampel.adapter.http;

import app.ampel.service.threads.Daemons;
import com.sun.net.httpserver.HttpServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a small web server on loopback, one for each request. Whoever connects and then stalls, in the middle of
 * a line or of a body, holds up nobody: each request has a time limit, and where there are too many, the oldest gives
 * way. All threads are daemons. Any thread.
 */
public final class RequestThreads implements Executor, AutoCloseable {

    private static final int MOST = 16;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final Duration limit;
    private final Deque<Thread> busy = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor clock;

    /** @param name of the threads */
    public RequestThreads(String name) {
        this(name, LIMIT);
    }

    RequestThreads(String name, Duration limit) {
        this.name = name;
        this.limit = limit;
        this.clock = new ScheduledThreadPoolExecutor(1, Daemons.named(name + "-limit"));
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Starts {@code server} with these threads; its own takes after the one that starts it: a daemon's is a daemon. */
    public void start(HttpServer server) {
        server.setExecutor(this);
        Thread starter = Daemons.thread(name + "-start", server::start);
        starter.start();
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void execute(Runnable request) {
        synchronized (busy) {
            if (busy.size() >= MOST) {
                // An interruption closes the connection that it waits for.
                busy.removeFirst().interrupt();
            }
            Thread thread = Daemons.thread(name, () -> run(request));
            busy.addLast(thread);
            try {
                thread.start();
            } catch (OutOfMemoryError e) {
                busy.remove(thread);
                throw new RejectedExecutionException("no thread for a request", e);
            }
        }
    }

    private void run(Runnable request) {
        Thread me = Thread.currentThread();
        Optional<ScheduledFuture<?>> end = Optional.empty();
        try {
            end = Optional.of(clock.schedule(me::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS));
            request.run();
        } catch (RejectedExecutionException e) {
            // Closed in the meantime: nobody waits for an answer.
        } finally {
            end.ifPresent(waiting -> waiting.cancel(false));
            synchronized (busy) {
                busy.remove(me);
            }
        }
    }

    /** What is under way is broken off. The server is stopped before. */
    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (busy) {
            busy.forEach(Thread::interrupt);
            busy.clear();
        }
    }
}
