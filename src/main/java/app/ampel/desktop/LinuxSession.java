package app.ampel.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lock, sleep and wake-up as a Linux desktop tells them: {@code PrepareForSleep} of logind on the system bus, and
 * {@code ActiveChanged} of whichever screen saver speaks on the session bus. A bus that is not there is done without.
 */
public final class LinuxSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxSession.class);

    private static final String LOGIND = "org.freedesktop.login1.Manager";

    private static final Set<String> SCREEN_SAVERS = Set.of(
            "org.freedesktop.ScreenSaver",
            "org.gnome.ScreenSaver",
            "org.cinnamon.ScreenSaver",
            "org.mate.ScreenSaver",
            "org.xfce.ScreenSaver");

    private final Consumer<Boolean> locked;
    private final Runnable woke;
    private final List<DBusConnection> connections = new ArrayList<>();

    /**
     * @param locked told whether the session is locked, on a thread of the bus
     * @param woke told after the computer has slept, on a thread of the bus
     */
    public LinuxSession(Consumer<Boolean> locked, Runnable woke) {
        this.locked = locked;
        this.woke = woke;
    }

    /** Connects, on a thread of its own: that takes some tenths of a second. */
    public void start() {
        Thread connecting = new Thread(
                () -> {
                    listen(DBusConnectionBuilder::forSystemBus, "PrepareForSleep", this::slept);
                    listen(DBusConnectionBuilder::forSessionBus, "ActiveChanged", this::screenSaver);
                },
                "ampel-session");
        connecting.setDaemon(true);
        connecting.start();
    }

    void listen(Supplier<DBusConnectionBuilder> bus, String member, DBusSigHandler<DBusSignal> handler) {
        try {
            DBusConnection connection = Bus.connect(bus);
            keep(connection);
            connection.addGenericSigHandler(
                    DBusMatchRuleBuilder.create()
                            .withType("signal")
                            .withMember(member)
                            .build(),
                    handler);
        } catch (DBusException | RuntimeException e) {
            LOG.info("No bus to hear {} from: {}", member, e.getMessage());
        }
    }

    void slept(DBusSignal signal) {
        if (LOGIND.equals(signal.getInterface()) && Boolean.FALSE.equals(firstOf(signal))) {
            woke.run();
        }
    }

    void screenSaver(DBusSignal signal) {
        if (SCREEN_SAVERS.contains(signal.getInterface()) && firstOf(signal) instanceof Boolean active) {
            locked.accept(active);
        }
    }

    private static Object firstOf(DBusSignal signal) {
        try {
            Object[] parameters = signal.getParameters();
            return parameters.length == 0 ? null : parameters[0];
        } catch (DBusException e) {
            LOG.info("A signal could not be read: {}", e.getMessage());
            return null;
        }
    }

    private synchronized void keep(DBusConnection connection) {
        connections.add(connection);
    }

    @Override
    public synchronized void close() {
        for (DBusConnection connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                LOG.debug("Leaving a bus failed", e);
            }
        }
        connections.clear();
    }
}
