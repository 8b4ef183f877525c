package app.ampel.adapter.os.bus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who owns which names on a bus, and what the owners say. On a bus anybody may send any signal, even to one connection
 * alone: a signal counts when whoever sent it owns the name at that moment, and whose name it is says the bus itself. Any
 * thread; handlers are called on the connection's thread for signals, in the order in which the bus sent them.
 */
public final class BusNames {

    private static final Logger LOG = LoggerFactory.getLogger(BusNames.class);

    /** Nobody but the bus itself can be called so. */
    private static final String BUS = "org.freedesktop.DBus";

    private static final String BUS_PATH = "/org/freedesktop/DBus";

    private final DBusConnection connection;
    private final Map<String, String> owners = new HashMap<>();

    /** Names of which the bus has told a change: what was asked before is older. */
    private final Set<String> told = new HashSet<>();

    public BusNames(DBusConnection connection) {
        this.connection = connection;
    }

    /**
     * Knows from now on who owns {@code name}.
     *
     * @param changed told of each new owner and of each loss, never of what was so at the beginning
     */
    public void follow(String name, Runnable changed) throws DBusException {
        connection.addGenericSigHandler(
                DBusMatchRuleBuilder.create()
                        .withType("signal")
                        .withInterface(BUS)
                        .withMember("NameOwnerChanged")
                        .withArg0123(0, name)
                        .build(),
                signal -> ownerChanged(name, signal, changed));
        Optional<String> owner = Bus.ask(connection, BUS, BUS_PATH, BUS, "GetNameOwner", "s", name)
                .map(answer -> (String) answer[0]);
        synchronized (this) {
            if (!told.contains(name)) {
                owner.ifPresent(it -> owners.put(name, it));
            }
        }
    }

    private void ownerChanged(String name, DBusSignal signal, Runnable changed) {
        Object[] said = parameters(signal);
        if (!BUS.equals(signal.getSource()) || said.length != 3 || !name.equals(said[0])) {
            return;
        }
        String owner = said[2].toString();
        synchronized (this) {
            told.add(name);
            if (owner.isEmpty()) {
                owners.remove(name);
            } else {
                owners.put(name, owner);
            }
        }
        changed.run();
    }

    /** The number of the connection that owns {@code name}, which has to be followed. */
    public synchronized Optional<String> owner(String name) {
        return Optional.ofNullable(owners.get(name));
    }

    /**
     * Hears signals of the owner of {@code name}, which has to be followed, and of nobody else.
     *
     * @param which of its signals
     */
    public void listen(String name, DBusMatchRuleBuilder which, Consumer<DBusSignal> handler) throws DBusException {
        connection.addGenericSigHandler(which.withType("signal").build(), signal -> {
            if (!owner(name).filter(signal.getSource()::equals).isPresent()) {
                return;
            }
            try {
                handler.accept(signal);
            } catch (RuntimeException e) {
                LOG.warn("A signal was not taken: {}", signal.getName(), e);
            }
        });
    }

    /** What a signal says; nothing when it cannot be read. */
    public static Object[] parameters(DBusSignal signal) {
        try {
            Object[] parameters = signal.getParameters();
            return parameters == null ? new Object[0] : parameters;
        } catch (DBusException e) {
            LOG.info("A signal could not be read: {}", e.getMessage());
            return new Object[0];
        }
    }
}
