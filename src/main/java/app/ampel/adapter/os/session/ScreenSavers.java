package app.ampel.adapter.os.session;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.adapter.os.bus.BusNames;
import app.ampel.adapter.os.bus.Lost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;

/**
 * The screen savers of a session bus. Each is asked whether it is active; one that cannot be asked counts as it last said
 * by itself, for as long as it is there. Several of the names may belong to one program, and some to none that locks.
 */
final class ScreenSavers implements AutoCloseable {

    public static final List<String> NAMES = List.of(
            "org.freedesktop.ScreenSaver",
            "org.gnome.ScreenSaver",
            "org.cinnamon.ScreenSaver",
            "org.mate.ScreenSaver",
            "org.xfce.ScreenSaver");

    /** Who said something without having been asked, and what. */
    private record Word(String owner, boolean active) {}

    private final DBusConnection connection;
    private final BusNames names;
    private final Map<String, Word> said = new ConcurrentHashMap<>();

    /** Where an owner has answered. */
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    private ScreenSavers(DBusConnection connection) {
        this.connection = connection;
        this.names = new BusNames(connection);
    }

    /**
     * Connects.
     *
     * @param changed told when it is time to {@link #ask}; on a thread of the bus
     * @param lost told when the bus is gone; on a thread of the bus
     */
    static ScreenSavers open(Supplier<DBusConnectionBuilder> bus, Runnable changed, Runnable lost)
            throws DBusException {
        ScreenSavers savers = new ScreenSavers(Bus.connect(bus, new Lost(lost)));
        try {
            for (String name : NAMES) {
                savers.names.follow(name, changed);
                savers.names.listen(
                        name, DBusMatchRuleBuilder.create().withInterface(name).withMember("ActiveChanged"), signal -> {
                            savers.heard(name, signal);
                            changed.run();
                        });
            }
            return savers;
        } catch (DBusException | RuntimeException e) {
            savers.close();
            throw e;
        }
    }

    private void heard(String name, DBusSignal signal) {
        Object[] parameters = BusNames.parameters(signal);
        if (parameters.length > 0 && parameters[0] instanceof Boolean active) {
            said.put(name, new Word(signal.getSource(), active));
        }
    }

    /** Those who say whether they are active, by name. Blocks for as long as they take to answer. */
    Map<String, Boolean> ask() {
        Map<String, Boolean> active = new HashMap<>();
        for (String name : NAMES) {
            names.owner(name)
                    .flatMap(owner -> answer(name, owner).or(() -> word(name, owner)))
                    .ifPresent(it -> active.put(name, it));
        }
        return active;
    }

    private Optional<Boolean> word(String name, String owner) {
        return Optional.ofNullable(said.get(name))
                .filter(word -> word.owner().equals(owner))
                .map(Word::active);
    }

    private Optional<Boolean> answer(String name, String owner) {
        String key = name + owner;
        for (String path : paths.containsKey(key) ? List.of(paths.get(key)) : usualPaths(name)) {
            Optional<Boolean> active = Bus.ask(connection, owner, path, name, "GetActive", null)
                    .filter(answer -> answer.length == 1)
                    .map(answer -> Boolean.TRUE.equals(answer[0]));
            if (active.isPresent()) {
                paths.put(key, path);
                return active;
            }
        }
        return Optional.empty();
    }

    /** Like the name; KDE and old ones elsewhere as well. */
    private static List<String> usualPaths(String name) {
        return Stream.of("/" + name.replace('.', '/'), "/ScreenSaver", "/").toList();
    }

    @Override
    public void close() {
        Bus.leave(connection);
    }
}
