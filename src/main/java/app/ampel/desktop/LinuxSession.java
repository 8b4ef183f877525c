package app.ampel.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Linux desktop tells: logind on the system bus says when the computer sleeps or ends, and waits for us; whether
 * our session is the one in front, and whether it is locked or seen from elsewhere. On the session bus whichever screen
 * saver there is says {@code ActiveChanged}. A bus that is not there is done without.
 */
public final class LinuxSession implements SessionSource {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxSession.class);

    private static final String MANAGER = LogindManager.NAME;

    private static final Set<String> SCREEN_SAVERS = Set.of(
            "org.freedesktop.ScreenSaver",
            "org.gnome.ScreenSaver",
            "org.cinnamon.ScreenSaver",
            "org.mate.ScreenSaver",
            "org.xfce.ScreenSaver");

    private final SessionEvents events;
    private final SleepDelay delay;
    private final List<DBusConnection> connections = new ArrayList<>();
    private volatile boolean remote;
    private volatile boolean hearsLock;
    private volatile boolean hearsSleep;
    private boolean closed;

    public LinuxSession(SessionEvents events) {
        this(events, new SleepDelay(SleepDelay.COMMAND));
    }

    LinuxSession(SessionEvents events, SleepDelay delay) {
        this.events = events;
        this.delay = delay;
    }

    /** Connects, on a thread of its own: that takes some tenths of a second. */
    @Override
    public void start() {
        Thread connecting = new Thread(
                () -> {
                    hearLogind(DBusConnectionBuilder::forSystemBus, sessionId());
                    hearScreenSaver(DBusConnectionBuilder::forSessionBus);
                },
                "ampel-session");
        connecting.setDaemon(true);
        connecting.start();
    }

    @Override
    public boolean isRemote() {
        return remote;
    }

    @Override
    public boolean hearsLock() {
        return hearsLock;
    }

    @Override
    public boolean hearsSleep() {
        return hearsSleep;
    }

    private static String sessionId() {
        String id = System.getenv().getOrDefault("XDG_SESSION_ID", "");
        return id.isBlank() ? "auto" : id;
    }

    void hearScreenSaver(Supplier<DBusConnectionBuilder> bus) {
        try {
            hear(connect(bus), DBusMatchRuleBuilder.create().withMember("ActiveChanged"), this::screenSaver);
            hearsLock = true;
        } catch (DBusException | RuntimeException e) {
            LOG.info("No screen saver to hear of: {}", e.getMessage());
        }
    }

    void hearLogind(Supplier<DBusConnectionBuilder> bus, String sessionId) {
        try {
            DBusConnection connection = connect(bus);
            hear(connection, manager("PrepareForSleep"), this::prepares);
            hear(connection, manager("PrepareForShutdown"), this::prepares);
            hearsSleep = true;
            delay.take();
            hearSession(connection, sessionId);
            hearsLock = true;
        } catch (DBusException | RuntimeException e) {
            LOG.info("No logind to hear of: {}", e.getMessage());
        }
    }

    private static DBusMatchRuleBuilder manager(String member) {
        return DBusMatchRuleBuilder.create().withInterface(MANAGER).withMember(member);
    }

    /** Told of changes first, then asked: nothing is missed between. */
    private void hearSession(DBusConnection connection, String id) throws DBusException {
        String path = connection
                .getRemoteObject(LogindManager.BUS_NAME, LogindManager.PATH, LogindManager.class)
                .GetSession(id)
                .getPath();
        Properties session = connection.getRemoteObject(LogindManager.BUS_NAME, path, Properties.class);
        hear(
                connection,
                DBusMatchRuleBuilder.create().withMember("PropertiesChanged").withPath(path),
                signal -> sessionChanged(signal, session));
        tell(SessionProperties.of(session.GetAll(SessionProperties.INTERFACE)), true);
    }

    private void sessionChanged(DBusSignal signal, Properties session) {
        if (parameter(signal, 1) instanceof Map<?, ?> changed
                && (changed.containsKey("Active") || changed.containsKey("LockedHint"))) {
            tell(SessionProperties.of(session.GetAll(SessionProperties.INTERFACE)), changed.containsKey("LockedHint"));
        }
    }

    /** @param lock whether it says something of the lock: screen savers do so as well, and not all of them tell logind */
    private void tell(SessionProperties now, boolean lock) {
        remote = now.remote();
        events.away(!now.active());
        if (lock) {
            events.locked(now.locked());
        }
    }

    private DBusConnection connect(Supplier<DBusConnectionBuilder> bus) throws DBusException {
        DBusConnection connection = Bus.connect(bus);
        keep(connection);
        return connection;
    }

    private static void hear(DBusConnection connection, DBusMatchRuleBuilder what, DBusSigHandler<DBusSignal> handler)
            throws DBusException {
        connection.addGenericSigHandler(what.withType("signal").build(), signal -> {
            try {
                handler.handle(signal);
            } catch (RuntimeException e) {
                LOG.warn("A signal was not taken: {}", signal.getName(), e);
            }
        });
    }

    private void prepares(DBusSignal signal) {
        if (!MANAGER.equals(signal.getInterface())) {
            return;
        }
        if (Boolean.TRUE.equals(parameter(signal, 0))) {
            try {
                events.sleeps();
            } finally {
                delay.release();
            }
        } else {
            delay.take();
            events.woke();
        }
    }

    private void screenSaver(DBusSignal signal) {
        if (SCREEN_SAVERS.contains(signal.getInterface()) && parameter(signal, 0) instanceof Boolean active) {
            events.locked(active);
        }
    }

    private static Object parameter(DBusSignal signal, int number) {
        try {
            Object[] parameters = signal.getParameters();
            return parameters.length <= number ? null : parameters[number];
        } catch (DBusException e) {
            LOG.info("A signal could not be read: {}", e.getMessage());
            return null;
        }
    }

    private synchronized void keep(DBusConnection connection) {
        connections.add(connection);
        if (closed) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        delay.close();
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
