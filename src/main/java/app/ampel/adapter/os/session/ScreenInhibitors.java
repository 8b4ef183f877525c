package app.ampel.adapter.os.session;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.adapter.os.bus.BusNames;
import app.ampel.adapter.os.bus.Lost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;

/**
 * Those on a session bus who darken the screen and can be asked not to: {@code org.freedesktop.ScreenSaver} (KDE, Xfce,
 * MATE, xscreensaver; "Idle Inhibition Service" of freedesktop.org), GNOME's session manager (flag 8: the session is not idle;
 * Cinnamon's and MATE's, too), and the desktop portal's {@code Inhibit} for what has neither. What is asked for ends with
 * the connection.
 */
final class ScreenInhibitors implements AutoCloseable {

    private static final String WHO = "ampel";
    private static final String WHY = "A wall is on the screen";
    private static final UInt32 NO_WINDOW = new UInt32(0);
    private static final UInt32 IDLE = new UInt32(8);

    /**
     * One way to ask.
     *
     * @param lastly only where nobody else takes it
     */
    private record Way(
            String name, List<String> paths, String type, String signature, List<Object> arguments, boolean lastly) {}

    private static final List<Way> WAYS = List.of(
            new Way(
                    "org.freedesktop.ScreenSaver",
                    List.of("/org/freedesktop/ScreenSaver", "/ScreenSaver"),
                    "org.freedesktop.ScreenSaver",
                    "ss",
                    List.of(WHO, WHY),
                    false),
            new Way(
                    "org.gnome.SessionManager",
                    List.of("/org/gnome/SessionManager"),
                    "org.gnome.SessionManager",
                    "susu",
                    List.of(WHO, NO_WINDOW, WHY, IDLE),
                    false),
            new Way(
                    "org.freedesktop.portal.Desktop",
                    List.of("/org/freedesktop/portal/desktop"),
                    "org.freedesktop.portal.Inhibit",
                    "sua{sv}",
                    List.of("", IDLE, Map.of()),
                    true));

    private final DBusConnection connection;
    private final BusNames names;

    /** Who has taken it, by name. */
    private final Map<String, String> taken = new HashMap<>();

    private ScreenInhibitors(DBusConnection connection) {
        this.connection = connection;
        this.names = new BusNames(connection);
    }

    /**
     * Connects.
     *
     * @param changed told when it is time to {@link #ask}; on a thread of the bus
     * @param lost told when the bus is gone; on a thread of the bus
     */
    static ScreenInhibitors open(Supplier<DBusConnectionBuilder> bus, Runnable changed, Runnable lost)
            throws DBusException {
        ScreenInhibitors inhibitors = new ScreenInhibitors(Bus.connect(bus, new Lost(lost)));
        try {
            for (Way way : WAYS) {
                inhibitors.names.follow(way.name(), changed);
            }
            return inhibitors;
        } catch (DBusException | RuntimeException e) {
            inhibitors.close();
            throw e;
        }
    }

    /** Asks whoever has not taken it yet. Blocks for as long as they take to answer. */
    void ask() {
        taken.entrySet().removeIf(entry -> !names.owner(entry.getKey()).equals(Optional.of(entry.getValue())));
        for (Way way : WAYS) {
            names.owner(way.name())
                    .filter(owner -> !taken.containsKey(way.name()) && (!way.lastly() || taken.isEmpty()))
                    .filter(owner -> takes(way, owner))
                    .ifPresent(owner -> taken.put(way.name(), owner));
        }
    }

    private boolean takes(Way way, String owner) {
        return way.paths().stream()
                .flatMap(path -> Stream.of(Bus.ask(
                        connection,
                        owner,
                        path,
                        way.type(),
                        "Inhibit",
                        way.signature(),
                        way.arguments().toArray())))
                .anyMatch(Optional::isPresent);
    }

    @Override
    public void close() {
        Bus.leave(connection);
    }
}
