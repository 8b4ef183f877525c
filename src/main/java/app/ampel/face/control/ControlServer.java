package app.ampel.face.control;

import app.ampel.service.control.ControlListener;
import app.ampel.service.text.Messages;
import app.ampel.service.threads.Daemons;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves whoever comes to the control socket of a home. All threads are daemons and block; nothing is polled. */
public final class ControlServer implements AutoCloseable {

    /** How many are served at once. */
    public static final int MOST_CONNECTIONS = 32;

    /** How many of them may stay to be told of every change; the rest is for commands. */
    public static final int MOST_WATCHERS = 16;

    /** How many more are heard, and told that there are too many; whoever comes then finds nobody. */
    public static final int MOST_REFUSED = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    /**
     * How long a client may take.
     *
     * @param question until it has asked
     * @param answer until it has read what it was answered
     */
    public record Limits(Duration question, Duration answer) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private final ControlListener listener;
    private final Requests requests;
    private final Messages words;
    private final Limits limits;
    private final Consumer<Thread> starting;
    private final ScheduledThreadPoolExecutor clock = clock();
    private final Set<Connection> connections = new LinkedHashSet<>();

    /** A thread that is there only while somebody has a time limit. */
    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Daemons.named("ampel-control-clock"));
        clock.setKeepAliveTime(5, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private ControlServer(
            ControlListener listener, Requests requests, Messages words, Limits limits, Consumer<Thread> starting) {
        this.listener = listener;
        this.requests = requests;
        this.words = words;
        this.limits = limits;
        this.starting = starting;
    }

    /** Begins to serve. {@link #close} closes {@code listener}, too. */
    public static ControlServer start(
            ControlListener listener, ControlServices services, Messages words, Supplier<ZoneId> zone) {
        return start(listener, new Requests(services, words, zone), words, Limits.USUAL, Thread::start);
    }

    /** @param starting starts a thread; throws an {@link OutOfMemoryError} where there is none to be had */
    static ControlServer start(
            ControlListener listener, Requests requests, Messages words, Limits limits, Consumer<Thread> starting) {
        ControlServer server = new ControlServer(listener, requests, words, limits, starting);
        Daemons.thread("ampel-control", server::accept).start();
        return server;
    }

    /**
     * Whatever is thrown, the next client is served. Errors as well: for a moment there may be no thread or no memory to
     * be had.
     */
    private void accept() {
        int number = 0;
        while (listener.isOpen()) {
            try {
                admit(listener.accept(), ++number);
            } catch (IOException | RuntimeException | Error e) {
                if (listener.isOpen()) {
                    complain(e);
                    LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
                }
            }
        }
    }

    private static void complain(Throwable why) {
        try {
            LOG.warn("A control connection could not be taken.", why);
        } catch (RuntimeException | Error e) {
            // Not even that can be said now.
        }
    }

    private void admit(SocketChannel channel, int number) throws IOException {
        boolean started = false;
        try {
            Optional<Connection> admitted = admitted(channel);
            if (admitted.isPresent()) {
                admitted.get().start(number);
                started = true;
            }
        } finally {
            if (!started) {
                channel.close();
            }
        }
    }

    /** Whoever has connected and asks nothing makes room first. Empty when there are too many even to be refused. */
    private Optional<Connection> admitted(SocketChannel channel) {
        Optional<Connection> idle = Optional.empty();
        Connection connection;
        synchronized (connections) {
            boolean full = connections.size() >= MOST_CONNECTIONS;
            if (full) {
                idle = connections.stream().filter(it -> !it.hasAsked()).findFirst();
            }
            if (connections.size() >= MOST_CONNECTIONS + MOST_REFUSED && idle.isEmpty()) {
                return Optional.empty();
            }
            connection = new Connection(channel, full && idle.isEmpty() ? this::refuse : requests::handle, this);
            idle.ifPresent(connections::remove);
            connections.add(connection);
        }
        idle.ifPresent(Connection::hangUp);
        return Optional.of(connection);
    }

    /** Once the request has been read: before, the answer would be lost with the connection. */
    private void refuse(byte[] request, Answers answers) {
        Failure busy = new Failure("busy", words.say("control.busy"), ExitCode.FAILED);
        answers.end(busy::json);
    }

    /** Whether {@code connection} may stay to be told of every change: not when too many do. */
    boolean mayStay(Connection connection) {
        synchronized (connections) {
            if (connections.stream().filter(Connection::stays).count() >= MOST_WATCHERS) {
                return false;
            }
            connection.staying();
            return true;
        }
    }

    public Limits limits() {
        return limits;
    }

    /** Runs {@code task} on a thread of its own. */
    public void begin(Runnable task, String name) {
        starting.accept(Daemons.thread(name, task));
    }

    /** Runs {@code task} after {@code time}, unless what is given back is cancelled. */
    public Future<?> later(Runnable task, Duration time) {
        return clock.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void forget(Connection connection) {
        synchronized (connections) {
            connections.remove(connection);
        }
    }

    /** How many are being served. */
    public int size() {
        synchronized (connections) {
            return connections.size();
        }
    }

    /** Hangs up on everybody and removes the socket. To be called while the instance lock is still held. */
    @Override
    public void close() {
        listener.close();
        List<Connection> open;
        synchronized (connections) {
            open = List.copyOf(connections);
        }
        open.forEach(Connection::hangUp);
        clock.shutdownNow();
    }
}
