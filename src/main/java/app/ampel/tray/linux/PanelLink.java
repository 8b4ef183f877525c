package app.ampel.tray.linux;

import app.ampel.desktop.Bus;
import app.ampel.tray.TrayMenu;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the session bus, with the icon on it. Its methods block for as long as the bus does. */
final class PanelLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PanelLink.class);

    private static final String BUS = "org.freedesktop.DBus";

    private final DBusConnection connection;
    private final String name;

    private PanelLink(DBusConnection connection) {
        this.connection = connection;
        this.name = name(connection);
    }

    /**
     * Connects and waits for panels.
     *
     * @param objects what they find here
     * @param watcher told whether somebody takes icons, whenever that changes; on a thread of the bus
     * @param lost told when the bus is gone; on a thread of the bus
     */
    static PanelLink open(
            Supplier<DBusConnectionBuilder> bus, List<DBusInterface> objects, Consumer<Boolean> watcher, Runnable lost)
            throws DBusException {
        DBusConnection connection = Bus.connect(bus, new IDisconnectCallback() {
            @Override
            public void disconnectOnError(IOException e) {
                lost.run();
            }
        });
        try {
            for (DBusInterface object : objects) {
                connection.exportObject(object);
            }
            connection.addGenericSigHandler(
                    watcherComesOrGoes(), change -> owner(change).ifPresent(owner -> watcher.accept(!owner.isEmpty())));
            return new PanelLink(connection);
        } catch (DBusException | RuntimeException e) {
            leave(connection);
            throw e;
        }
    }

    private static DBusMatchRule watcherComesOrGoes() {
        return DBusMatchRuleBuilder.create()
                .withType("signal")
                .withInterface(BUS)
                .withMember("NameOwnerChanged")
                .withArg0123(0, StatusNotifierWatcher.NAME)
                .build();
    }

    /** Who has the watcher's name from now on; nobody: the empty string. The bus says name, old and new owner. */
    private static Optional<String> owner(DBusSignal change) {
        try {
            Object[] said = change.getParameters();
            return said.length == 3 && StatusNotifierWatcher.NAME.equals(said[0]) && said[2] instanceof String owner
                    ? Optional.of(owner)
                    : Optional.empty();
        } catch (DBusException e) {
            LOG.info("A signal could not be read: {}", e.getMessage());
            return Optional.empty();
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

    /** Asks the panel that is there to show the icon; false when there is none, or it does not want to. */
    boolean register() {
        try {
            if (!hasWatcher(connection)) {
                return false;
            }
            connection
                    .getRemoteObject(
                            StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                    .RegisterStatusNotifierItem(name);
            return true;
        } catch (DBusException | DBusExecutionException e) {
            LOG.info("The panel did not take the icon: {}", e.getMessage());
            return false;
        }
    }

    private static boolean hasWatcher(DBusConnection connection) throws DBusException {
        return connection
                .getRemoteObject(BUS, "/org/freedesktop/DBus", DBus.class)
                .NameHasOwner(StatusNotifierWatcher.NAME);
    }

    /** Whether somebody takes icons on that bus. Connects for the question alone. */
    static boolean isWatched(Supplier<DBusConnectionBuilder> bus) throws DBusException {
        DBusConnection connection = Bus.connect(bus);
        try {
            return hasWatcher(connection);
        } finally {
            leave(connection);
        }
    }

    /** Tells panels what is different, and nothing else. */
    void tell(MenuTable before, MenuTable now) throws DBusException {
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
        if (!status.equals(ItemObject.status(before.icon().state()))) {
            connection.sendMessage(new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH, status));
        }
        if (!now.sentence().equals(before.sentence())) {
            connection.sendMessage(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
        }
    }

    @Override
    public void close() {
        leave(connection);
    }

    private static void leave(DBusConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("Leaving the bus failed", e);
        }
    }
}
