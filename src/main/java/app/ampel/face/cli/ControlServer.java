package app.ampel.face.cli;

import app.ampel.adapter.os.CurrentUser;
import app.ampel.adapter.os.files.Folders;
import app.ampel.adapter.os.files.ForeignFolderException;
import app.ampel.adapter.os.files.InstanceLock;
import app.ampel.adapter.os.files.OwnerOnly;
import app.ampel.adapter.os.files.SocketPathException;
import app.ampel.adapter.os.files.Sockets;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.text.Messages;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

/**
 * Listens at the control socket of a home. Only its owner can reach it: the folder is 0700 before the socket is born, and
 * a process of another user is hung up on unheard. All threads are daemons and block; nothing is polled.
 */
public final class ControlServer implements AutoCloseable {

    /** How many are served at once. */
    static final int MOST_CONNECTIONS = 32;

    /** How many of them may stay to be told of every change; the rest is for commands. */
    static final int MOST_WATCHERS = 16;

    /** How many more are heard, and told that there are too many; whoever comes then finds nobody. */
    static final int MOST_REFUSED = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    /**
     * How long a client may take.
     *
     * @param question until it has asked
     * @param answer until it has read what it was answered
     */
    record Limits(Duration question, Duration answer) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private record Place(ServerSocketChannel server, Path socket) {}

    private final Place place;
    private final Path note;
    private final Requests requests;
    private final Messages words;
    private final Limits limits;
    private final Consumer<Thread> starting;
    private final ScheduledThreadPoolExecutor clock = clock();
    private final Set<Connection> connections = new LinkedHashSet<>();
    private volatile boolean noted;

    /** A thread that is there only while somebody has a time limit. */
    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(1, task -> daemon(task, "ampel-control-clock"));
        clock.setKeepAliveTime(5, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private ControlServer(
            Place place, Path note, Requests requests, Messages words, Limits limits, Consumer<Thread> starting) {
        this.place = place;
        this.note = note;
        this.requests = requests;
        this.words = words;
        this.limits = limits;
        this.starting = starting;
    }

    /**
     * Begins to listen.
     *
     * @param lock of this home, held: its holder may remove a socket that was left behind
     * @throws ProblemException {@code CANNOT_LISTEN} when there is no folder for the socket, {@code CANNOT_SAVE} when
     *     nothing can be written there
     */
    public static ControlServer start(
            Folders folders, InstanceLock lock, Host host, Messages words, Supplier<ZoneId> zone)
            throws ProblemException {
        return start(folders, lock, new Requests(host, words, zone), words, Limits.USUAL, Thread::start);
    }

    /** @param starting starts a thread; throws an {@link OutOfMemoryError} where there is none to be had */
    static ControlServer start(
            Folders folders,
            InstanceLock lock,
            Requests requests,
            Messages words,
            Limits limits,
            Consumer<Thread> starting)
            throws ProblemException {
        Objects.requireNonNull(lock);
        try {
            Place place = Sockets.listen(folders, ControlServer::listen);
            ControlServer server = new ControlServer(place, folders.address(), requests, words, limits, starting);
            server.leaveNote();
            daemon(server::accept, "ampel-control").start();
            return server;
        } catch (SocketPathException | ForeignFolderException e) {
            throw new ProblemException(Problem.of(Problem.Kind.CANNOT_LISTEN), e);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE), e);
        }
    }

    /** Who looks for the socket looks at the usual places, too: a full disk is no reason to leave the lights dark. */
    private void leaveNote() {
        try {
            OwnerOnly.write(note, place.socket().toString().getBytes(StandardCharsets.UTF_8));
            noted = true;
        } catch (IOException e) {
            LOG.warn("The note of where the control socket lies could not be written.", e);
        }
    }

    /** Whether the home took the note of where the socket lies; false on a full disk. */
    public boolean isNoted() {
        return noted;
    }

    private static Place listen(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            OwnerOnly.close(socket);
            return new Place(channel, socket);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Whatever is thrown, the next client is served. Errors as well: for a moment there may be no thread or no memory to
     * be had.
     */
    private void accept() {
        int number = 0;
        while (place.server().isOpen()) {
            try {
                admit(place.server().accept(), ++number);
            } catch (IOException | RuntimeException | Error e) {
                if (place.server().isOpen()) {
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
            if (!CurrentUser.isAtTheOtherEndOf(channel)) {
                LOG.warn("A process of another user was hung up on.");
                return;
            }
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

    Limits limits() {
        return limits;
    }

    /** Runs {@code task} on a thread of its own. */
    void begin(Runnable task, String name) {
        starting.accept(daemon(task, name));
    }

    /** Runs {@code task} after {@code time}, unless what is given back is cancelled. */
    Future<?> later(Runnable task, Duration time) {
        return clock.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void forget(Connection connection) {
        synchronized (connections) {
            connections.remove(connection);
        }
    }

    /** How many are being served. */
    int size() {
        synchronized (connections) {
            return connections.size();
        }
    }

    /** Hangs up on everybody and removes the socket. To be called while the instance lock is still held. */
    @Override
    public void close() {
        try {
            place.server().close();
            Files.deleteIfExists(place.socket());
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("The control socket did not close.", e);
        }
        List<Connection> open;
        synchronized (connections) {
            open = List.copyOf(connections);
        }
        open.forEach(Connection::hangUp);
        clock.shutdownNow();
    }
}
