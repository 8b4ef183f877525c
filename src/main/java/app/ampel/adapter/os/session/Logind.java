package app.ampel.adapter.os.session;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.adapter.os.bus.BusNames;
import app.ampel.adapter.os.bus.Lost;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/**
 * logind on the system bus: whether the computer sleeps or ends, and how our session is. What it said is void when it is
 * gone. Anybody on the computer may send to this bus, so only its owner is heard.
 */
final class Logind implements AutoCloseable {

    static final String NAME = "org.freedesktop.login1";
    static final String PATH = "/org/freedesktop/login1";

    private static final String MANAGER = NAME + ".Manager";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    /** What logind prepares for: the signal and the property that says the same. */
    private static final Map<String, String> PREPARATIONS =
            Map.of("PrepareForSleep", "PreparingForSleep", "PrepareForShutdown", "PreparingForShutdown");

    /** What comes of it. Called on a thread of the bus, one at a time. */
    interface Events {

        /** The computer is about to sleep or to end. Told once. */
        void prepares();

        /** It has woken up, or stays awake after all. Told once. */
        void resumes();

        /** It is time to ask for {@link #session}: something may be different, logind itself may be another. */
        void changed();

        /** Somebody has asked for the screen to be locked, or unlocked. */
        void requested(boolean lock);
    }

    private final DBusConnection connection;
    private final BusNames names;
    private final String sessionId;
    private final Events events;
    private final Set<String> heardPaths = new HashSet<>();

    /** What was last said of each of {@link #PREPARATIONS}; empty: nothing yet. */
    private final Map<String, Boolean> preparing = new HashMap<>();

    private Logind(DBusConnection connection, String sessionId, Events events) {
        this.connection = connection;
        this.names = new BusNames(connection);
        this.sessionId = sessionId;
        this.events = events;
    }

    /**
     * Connects.
     *
     * @param sessionId {@code auto}: the caller's session, or the one before the screen of the caller's user
     * @param lost told when the bus is gone; on a thread of the bus
     */
    static Logind open(Supplier<DBusConnectionBuilder> bus, String sessionId, Events events, Runnable lost)
            throws DBusException {
        Logind logind = new Logind(Bus.connect(bus, new Lost(lost)), sessionId, events);
        try {
            logind.names.follow(NAME, logind::ownerChanged);
            for (String signal : PREPARATIONS.keySet()) {
                logind.names.listen(
                        NAME,
                        DBusMatchRuleBuilder.create().withInterface(MANAGER).withMember(signal),
                        said -> flag(said).ifPresent(start -> logind.prepares(said.getName(), start)));
            }
            logind.askPreparations();
            return logind;
        } catch (DBusException | RuntimeException e) {
            logind.close();
            throw e;
        }
    }

    private static Optional<Boolean> flag(DBusSignal signal) {
        Object[] said = BusNames.parameters(signal);
        return said.length > 0 && said[0] instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** The old one's word is void; what the new one's is, is asked. */
    private void ownerChanged() {
        forget();
        if (isThere()) {
            askPreparations();
        }
        events.changed();
    }

    /** Nothing is prepared any more as far as is known. */
    void forget() {
        boolean prepared;
        synchronized (preparing) {
            prepared = preparing.containsValue(true);
            preparing.clear();
        }
        if (prepared) {
            events.resumes();
        }
    }

    private void askPreparations() {
        PREPARATIONS.forEach((signal, property) -> property(property).ifPresent(start -> {
            if (start) {
                prepares(signal, true);
            } else {
                synchronized (preparing) {
                    preparing.putIfAbsent(signal, false);
                }
            }
        }));
    }

    private Optional<Boolean> property(String name) {
        return names.owner(NAME)
                .flatMap(owner -> Bus.ask(connection, owner, PATH, PROPERTIES, "Get", "ss", MANAGER, name))
                .filter(answer -> answer.length == 1
                        && answer[0] instanceof Variant<?> value
                        && value.getValue() instanceof Boolean)
                .map(answer -> (Boolean) ((Variant<?>) answer[0]).getValue());
    }

    /** The same said again is nothing new, however often. */
    private void prepares(String what, boolean start) {
        Boolean before;
        synchronized (preparing) {
            before = preparing.put(what, start);
        }
        if (before != null && before == start) {
            return;
        }
        if (start) {
            events.prepares();
        } else {
            events.resumes();
        }
    }

    /** Whether there is a logind to hear of. */
    boolean isThere() {
        return names.owner(NAME).isPresent();
    }

    /** How our session is, by asking; empty when there is none, or no logind. Blocks for as long as logind does. */
    Optional<SessionProperties> session() throws DBusException {
        Optional<String> owner = names.owner(NAME);
        Optional<String> path = owner.flatMap(
                        it -> Bus.ask(connection, it, PATH, MANAGER, "GetSession", "s", sessionId))
                .filter(answer -> answer.length == 1)
                .map(answer -> answer[0] instanceof DBusPath object ? object.getPath() : answer[0].toString());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        // Heard first, then asked: nothing is missed between.
        if (heardPaths.add(path.get())) {
            hearSession(path.get());
        }
        return Bus.ask(
                        connection,
                        owner.orElseThrow(),
                        path.get(),
                        PROPERTIES,
                        "GetAll",
                        "s",
                        SessionProperties.INTERFACE)
                .filter(answer -> answer.length == 1 && answer[0] instanceof Map<?, ?>)
                .map(answer -> SessionProperties.of((Map<?, ?>) answer[0]));
    }

    private void hearSession(String path) throws DBusException {
        names.listen(
                NAME,
                DBusMatchRuleBuilder.create()
                        .withInterface(PROPERTIES)
                        .withMember("PropertiesChanged")
                        .withPath(path),
                signal -> events.changed());
        for (boolean lock : new boolean[] {true, false}) {
            names.listen(
                    NAME,
                    DBusMatchRuleBuilder.create()
                            .withInterface(SessionProperties.INTERFACE)
                            .withMember(lock ? "Lock" : "Unlock")
                            .withPath(path),
                    signal -> events.requested(lock));
        }
    }

    @Override
    public void close() {
        Bus.leave(connection);
    }
}
