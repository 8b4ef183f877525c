package app.ampel.adapter.os.files;

import app.ampel.adapter.os.CurrentUser;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.control.ControlListener;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control socket of a home, at either end. Its folder is 0700 before the socket is born. */
public final class HomeSocket implements ControlListener {

    /** The client's end logs nothing, and so loads no log. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(HomeSocket.class);
    }

    private record Place(ServerSocketChannel server, Path socket) {}

    private final Place place;
    private final Path note;
    private boolean noted;

    private HomeSocket(Place place, Path note) {
        this.place = place;
        this.note = note;
    }

    /**
     * Begins to listen.
     *
     * @param lock of this home, held: its holder may remove a socket that was left behind
     * @throws ProblemException {@code CANNOT_LISTEN} when there is no folder for the socket, {@code CANNOT_SAVE} when
     *     nothing can be written there
     */
    public static HomeSocket listen(Folders folders, InstanceLock lock) throws ProblemException {
        Objects.requireNonNull(lock);
        try {
            HomeSocket socket = new HomeSocket(Sockets.listen(folders, HomeSocket::bind), folders.address());
            socket.leaveNote();
            return socket;
        } catch (SocketPathException | ForeignFolderException e) {
            throw new ProblemException(Problem.of(Problem.Kind.CANNOT_LISTEN), e);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE), e);
        }
    }

    private static Place bind(Path socket) throws IOException {
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

    /** Who looks for the socket looks at the usual places, too: a full disk is no reason to leave the lights dark. */
    private void leaveNote() {
        try {
            OwnerOnly.write(note, place.socket().toString().getBytes(StandardCharsets.UTF_8));
            noted = true;
        } catch (IOException e) {
            Log.LOG.warn("The note of where the control socket lies could not be written.", e);
        }
    }

    /**
     * Connects to a program of the user's own. Before a word is said, the socket has to lie where nobody else can have put
     * it, and whoever listens there has to be the same user.
     *
     * @param foreign told what was passed over, because somebody else may be, or is, behind it
     * @return empty when no program of this home is running
     */
    public static Optional<SocketChannel> connect(Folders folders, Consumer<Path> foreign) {
        for (Path path : Sockets.toConnect(folders)) {
            if (!Files.exists(path.getParent(), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (!Sockets.isOwn(path)) {
                foreign.accept(path.getParent());
                continue;
            }
            try {
                SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
                if (CurrentUser.isAtTheOtherEndOf(channel)) {
                    return Optional.of(channel);
                }
                channel.close();
                foreign.accept(path);
            } catch (IOException e) {
                // No socket, or one that nobody listens at.
            }
        }
        return Optional.empty();
    }

    @Override
    public SocketChannel accept() throws IOException {
        while (true) {
            SocketChannel channel = place.server().accept();
            if (isOwn(channel)) {
                return channel;
            }
            channel.close();
            Log.LOG.warn("A process of another user was hung up on.");
        }
    }

    private static boolean isOwn(SocketChannel channel) throws IOException {
        try {
            return CurrentUser.isAtTheOtherEndOf(channel);
        } catch (RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        return place.server().isOpen();
    }

    @Override
    public boolean isNoted() {
        return noted;
    }

    @Override
    public void close() {
        try {
            place.server().close();
            Files.deleteIfExists(place.socket());
            Files.deleteIfExists(note);
        } catch (IOException e) {
            Log.LOG.warn("The control socket did not close.", e);
        }
    }
}
