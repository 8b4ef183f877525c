package app.ampel.adapter.os;

import static org.awaitility.Awaitility.await;

import java.util.Objects;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;

/** Connections of the tests' own to the bus daemon that dbus-java brings. */
public final class TestBus {

    private TestBus() {}

    /** Tries again: that daemon now and then drops a connection that comes while it is busy with another. */
    public static DBusConnection connect(String address) {
        return await().ignoreExceptions()
                .until(
                        () -> DBusConnectionBuilder.forAddress(address)
                                .withShared(false)
                                .build(),
                        Objects::nonNull);
    }
}
