package app.ampel.adapter.os.bus;

import app.ampel.adapter.os.CurrentUser;
import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.retry.BackOff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a D-Bus with as few threads as the library can do with. Connecting takes some tenths of a second. Where
 * a bus is, is looked up anew each time: it may have come since.
 */
public final class Bus {

    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

    private static final int CONNECT_TIMEOUT_MILLIS = 1000;

    /** Whoever hangs is not waited for as long as the library would. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** Asking must not start a program that was not running. */
    private static final byte NO_AUTO_START = 2;

    /** When to try again what needs a bus, or a program on it, that is not there. */
    public static final BackOff RETRY = BackOff.doubling(Duration.ofSeconds(1), Duration.ofMinutes(2));

    private Bus() {}

    /**
     * The session bus of whoever runs the program: as the environment says, else the socket in the user's runtime folder
     * as libdbus and GLib find it, else as the library looks for it.
     */
    public static DBusConnectionBuilder session() {
        return inRuntimeFolder(System.getenv())
                .map(DBusConnectionBuilder::forAddress)
                .orElseGet(DBusConnectionBuilder::forSessionBus);
    }

    /** The system bus. */
    public static DBusConnectionBuilder system() {
        return DBusConnectionBuilder.forSystemBus();
    }

    /** The address of a bus that the environment does not name; empty when it does, or there is none of the user's own. */
    static Optional<String> inRuntimeFolder(Map<String, String> env) {
        return env.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                ? Folders.absolute(env, "XDG_RUNTIME_DIR")
                        .map(run -> run.resolve("bus"))
                        .filter(Bus::isOwnSocket)
                        .map(Path::toString)
                        // The library splits addresses there, and takes everything else as it is.
                        .filter(path -> !path.matches(".*[,;].*"))
                        .map(path -> "unix:path=" + path)
                : Optional.empty();
    }

    private static boolean isOwnSocket(Path path) {
        try {
            // Neither file, folder nor link.
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .isOther()
                    && CurrentUser.owns(path);
        } catch (IOException e) {
            return false;
        }
    }

    /** A connection of the caller's own, which closes it. */
    public static DBusConnection connect(Supplier<DBusConnectionBuilder> bus) throws DBusException {
        return connect(bus, new IDisconnectCallback() {});
    }

    /**
     * The same.
     *
     * @param lost told when the connection ends, on a thread of the connection's
     * @throws DBusException or a runtime exception of the library's when there is no such bus
     */
    public static DBusConnection connect(Supplier<DBusConnectionBuilder> bus, IDisconnectCallback lost)
            throws DBusException {
        return bus.get()
                .withShared(false)
                .withDisconnectCallback(lost)
                .transportConfig()
                .withTimeout(CONNECT_TIMEOUT_MILLIS)
                .back()
                .receivingThreadConfig()
                .withSignalThreadCount(1)
                .withMethodCallThreadCount(1)
                .withMethodReturnThreadCount(1)
                .withErrorHandlerThreadCount(1)
                .connectionConfig()
                .build();
    }

    /**
     * Calls a method and waits for its answer, two seconds at most. Starts nobody.
     *
     * @param signature of the arguments; null: none
     * @return what was answered; empty when it was an error, or nothing
     */
    public static Optional<Object[]> ask(
            DBusConnection connection,
            String whom,
            String path,
            String type,
            String method,
            String signature,
            Object... arguments) {
        try {
            MethodCall call = connection
                    .getMessageFactory()
                    .createMethodCall(whom, path, type, method, NO_AUTO_START, signature, arguments);
            connection.sendMessage(call);
            Message reply = call.getReply(ANSWER.toMillis());
            if (reply instanceof MethodReturn) {
                Object[] answer = reply.getParameters();
                return Optional.of(answer == null ? new Object[0] : answer);
            }
            LOG.debug("{} did not answer {}: {}", whom, method, reply);
        } catch (DBusException | RuntimeException e) {
            LOG.debug("{} could not be asked {}", whom, method, e);
        }
        return Optional.empty();
    }

    /** Leaves; what goes wrong then is of no interest any more. */
    public static void leave(DBusConnection connection) {
        try {
            connection.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("Leaving a bus failed", e);
        }
    }
}
