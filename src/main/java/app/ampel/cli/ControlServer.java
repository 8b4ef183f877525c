package app.ampel.cli;

import app.ampel.desktop.Folders;
import app.ampel.desktop.ForeignFolderException;
import app.ampel.desktop.InstanceLock;
import app.ampel.desktop.OwnerOnly;
import app.ampel.desktop.SocketPathException;
import app.ampel.desktop.Sockets;
import app.ampel.json.Json;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import app.ampel.words.Words;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
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
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at the control socket of a home. Only its owner can reach it: the folder is 0700 before the socket is born.
 * All threads are daemons and block; nothing is polled.
 */
public final class ControlServer implements AutoCloseable {

    static final int MOST_CONNECTIONS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final ServerSocketChannel server;
    private final Path socket;
    private final Path note;
    private final Requests requests;
    private final Words words;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private volatile boolean noted;

    private ControlServer(ServerSocketChannel server, Path socket, Path note, Requests requests, Words words) {
        this.server = server;
        this.socket = socket;
        this.note = note;
        this.requests = requests;
        this.words = words;
    }

    /**
     * Begins to listen.
     *
     * @param lock of this home, held: its holder may remove a socket that was left behind
     * @throws ProblemException {@code CANNOT_LISTEN} when there is no folder for the socket, {@code CANNOT_SAVE} when
     *     nothing can be written there
     */
    public static ControlServer start(Folders folders, InstanceLock lock, Host host, Words words, ZoneId zone)
            throws ProblemException {
        Objects.requireNonNull(lock);
        try {
            Path socket = Sockets.prepare(folders);
            Files.deleteIfExists(socket);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.bind(UnixDomainSocketAddress.of(socket));
                OwnerOnly.close(socket);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            ControlServer server =
                    new ControlServer(channel, socket, folders.address(), new Requests(host, words, zone), words);
            server.leaveNote();
            Thread thread = new Thread(server::accept, "ampel-control");
            thread.setDaemon(true);
            thread.start();
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
            OwnerOnly.write(note, socket.toString().getBytes(StandardCharsets.UTF_8));
            noted = true;
        } catch (IOException e) {
            LOG.warn("The note of where the control socket lies could not be written.", e);
        }
    }

    /** Whether the home took the note of where the socket lies; false on a full disk. */
    public boolean isNoted() {
        return noted;
    }

    private void accept() {
        int number = 0;
        while (server.isOpen()) {
            try {
                admit(server.accept(), ++number);
            } catch (IOException | RuntimeException e) {
                if (server.isOpen()) {
                    LOG.warn("A control connection could not be taken.", e);
                    LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
                }
            }
        }
    }

    private void admit(SocketChannel channel, int number) throws IOException {
        Connection[] self = new Connection[1];
        self[0] = new Connection(channel, requests, () -> forget(self[0]));
        if (!makeRoom()) {
            refuse(channel);
            return;
        }
        synchronized (connections) {
            connections.add(self[0]);
        }
        self[0].start(number);
    }

    private void forget(Connection connection) {
        synchronized (connections) {
            connections.remove(connection);
        }
    }

    /** Whoever has connected and asks nothing makes room first. */
    private boolean makeRoom() {
        Optional<Connection> idle;
        synchronized (connections) {
            if (connections.size() < MOST_CONNECTIONS) {
                return true;
            }
            idle = connections.stream().filter(c -> !c.hasAsked()).findFirst();
        }
        idle.ifPresent(Connection::hangUp);
        return idle.isPresent();
    }

    private void refuse(SocketChannel channel) throws IOException {
        try (channel) {
            channel.configureBlocking(false);
            Failure busy = new Failure("busy", words.say("control.busy"), ExitCode.FAILED);
            channel.write(ByteBuffer.wrap((Json.line(busy.json()) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Hangs up on everybody and removes the socket. To be called while the instance lock is still held. */
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("The control socket did not close.", e);
        }
        List<Connection> open;
        synchronized (connections) {
            open = List.copyOf(connections);
        }
        open.forEach(Connection::hangUp);
    }
}
