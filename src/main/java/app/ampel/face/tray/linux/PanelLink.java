package app.ampel.face.tray.linux;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.adapter.os.bus.BusNames;
import app.ampel.adapter.os.bus.Lost;
import app.ampel.face.tray.TrayMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the session bus, with the icon on it. Its methods block for as long as the bus does. */
final class PanelLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PanelLink.class);

    private final DBusConnection connection;
    private final BusNames names;
    private final String name;

    private PanelLink(DBusConnection connection, BusNames names) {
        this.connection = connection;
        this.names = names;
        this.name = name(connection);
    }

    /** How asking a panel to show the icon went. */
    enum Answer {
        TAKEN,
        /** There is nobody to ask, or nobody there who shows icons yet; the bus tells when somebody comes. */
        NOBODY,
        /** Whoever is there does not want to; nobody tells when that changes. */
        REFUSED
    }

    /**
     * Connects and waits for panels.
     *
     * @param objects what they find here
     * @param changed told when it is time to {@link #register}: whoever takes icons came, went, or shows them from now on;
     *     on a thread of the bus
     * @param lost told when the bus is gone; on a thread of the bus
     */
    static PanelLink open(
            Supplier<DBusConnectionBuilder> bus, List<DBusInterface> objects, Runnable changed, Runnable lost)
            throws DBusException {
        DBusConnection connection = Bus.connect(bus, new Lost(lost));
        try {
            for (DBusInterface object : objects) {
                Introspection.export(connection, object);
            }
            BusNames names = new BusNames(connection);
            names.follow(StatusNotifierWatcher.NAME, changed);
            for (String host : List.of("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered")) {
                names.listen(
                        StatusNotifierWatcher.NAME,
                        DBusMatchRuleBuilder.create()
                                .withInterface(StatusNotifierWatcher.NAME)
                                .withMember(host),
                        signal -> changed.run());
            }
            return new PanelLink(connection, names);
        } catch (DBusException | RuntimeException e) {
            Bus.leave(connection);
            throw e;
        }
    }

    /** The name that panels know such items by; a bus that gives none has a number for everybody. */
    private static String name(DBusConnection connection) {
        String wanted = StatusNotifierItem.NAME + "-" + ProcessHandle.current().pid() + "-1";
        try {
            connection.requestBusName(wanted);
            return wanted;
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("The bus gives no name of its own: {}", e.getMessage());
            return connection.getUniqueName();
        }
    }

    /** Asks the panel that is there to show the icon; once it does, asking again changes nothing. */
    Answer register() {
        Optional<String> watcher = names.owner(StatusNotifierWatcher.NAME);
        if (watcher.isEmpty()) {
            return Answer.NOBODY;
        }
        Optional<Object[]> answer = Bus.ask(
                connection,
                watcher.get(),
                StatusNotifierWatcher.PATH,
                StatusNotifierWatcher.NAME,
                "RegisterStatusNotifierItem",
                "s",
                name);
        if (answer.isEmpty()) {
            LOG.info("The panel did not take the icon");
            return Answer.REFUSED;
        }
        return hasHost(connection, watcher.get()) ? Answer.TAKEN : Answer.NOBODY;
    }

    /** One who only keeps the list shows nothing. Whoever does not say so is taken to show icons. */
    private static boolean hasHost(DBusConnection connection, String watcher) {
        return Bus.ask(
                        connection,
                        watcher,
                        StatusNotifierWatcher.PATH,
                        "org.freedesktop.DBus.Properties",
                        "Get",
                        "ss",
                        StatusNotifierWatcher.NAME,
                        "IsStatusNotifierHostRegistered")
                .filter(answer -> answer.length == 1
                        && answer[0] instanceof Variant<?> value
                        && Boolean.FALSE.equals(value.getValue()))
                .isEmpty();
    }

    /** Whether somebody shows icons on that bus. Connects for the question alone. */
    static boolean isWatched(Supplier<DBusConnectionBuilder> bus) throws DBusException {
        DBusConnection connection = Bus.connect(bus);
        try {
            BusNames names = new BusNames(connection);
            names.follow(StatusNotifierWatcher.NAME, () -> {});
            return names.owner(StatusNotifierWatcher.NAME)
                    .filter(watcher -> hasHost(connection, watcher))
                    .isPresent();
        } finally {
            Bus.leave(connection);
        }
    }

    /** Tells panels what is different, and nothing else. */
    void update(MenuTable before, MenuTable now) throws DBusException {
        tellIcon(before.menu(), now.menu());
        if (now.revision() != before.revision()) {
            connection.sendMessage(
                    new DBusMenu.LayoutUpdated(DBusMenu.PATH, new UInt32(now.revision()), MenuTable.ROOT));
            return;
        }
        List<DBusMenu.Line> updated = new ArrayList<>();
        now.changedSince(before)
                .forEach((id, item) -> updated.add(new DBusMenu.Line(id, Labels.chosen(Labels.of(item), List.of()))));
        if (!updated.isEmpty()) {
            connection.sendMessage(new DBusMenu.ItemsPropertiesUpdated(DBusMenu.PATH, updated, List.of()));
        }
    }

    private void tellIcon(TrayMenu before, TrayMenu now) throws DBusException {
        if (!now.icon().equals(before.icon())) {
            connection.sendMessage(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
        }
        String status = ItemObject.status(now.icon().state());
        if (!now.icon().equals(before.icon()) && status.equals(ItemObject.NEEDS_ATTENTION)) {
            connection.sendMessage(new StatusNotifierItem.NewAttentionIcon(StatusNotifierItem.PATH));
        }
        if (!status.equals(ItemObject.status(before.icon().state()))) {
            connection.sendMessage(new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH, status));
        }
        if (!now.sentence().equals(before.sentence())) {
            connection.sendMessage(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
        }
    }

    @Override
    public void close() {
        Bus.leave(connection);
    }
}
