package app.ampel.desktop;

import java.util.function.Supplier;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** Connections to a D-Bus with as few threads as the library can do with. Connecting takes some tenths of a second. */
public final class Bus {

    private static final int CONNECT_TIMEOUT_MILLIS = 1000;

    private Bus() {}

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
}
