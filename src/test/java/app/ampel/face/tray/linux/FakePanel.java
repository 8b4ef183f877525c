package app.ampel.face.tray.linux;

import app.ampel.adapter.os.TestBus;
import app.ampel.face.tray.TrayMenus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Does on a bus what a panel does: takes items, reads icon and menu, and sends clicks as groups of events. */
final class FakePanel implements StatusNotifierWatcher, AutoCloseable {

    final List<String> registered = new CopyOnWriteArrayList<>();

    /** Members of the signals that have come, in order. */
    final List<String> signals = new CopyOnWriteArrayList<>();

    private final DBusConnection connection;

    FakePanel(String address) throws DBusException {
        connection = TestBus.connect(address);
        connection.exportObject(this);
        for (String of : List.of(StatusNotifierItem.NAME, DBusMenu.NAME)) {
            connection.addGenericSigHandler(
                    DBusMatchRuleBuilder.create()
                            .withType("signal")
                            .withInterface(of)
                            .build(),
                    this::heard);
        }
        connection.requestBusName(NAME);
    }

    private void heard(DBusSignal signal) {
        signals.add(signal.getName());
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void RegisterStatusNotifierItem(String service) {
        registered.add(service);
    }

    private <T extends DBusInterface> T item(String path, Class<T> type) throws DBusException {
        return item(registered.size() - 1, path, type);
    }

    private <T extends DBusInterface> T item(int index, String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject(registered.get(index), path, type);
    }

    /** The latest. */
    StatusNotifierItem icon() throws DBusException {
        return icon(registered.size() - 1);
    }

    /** Counted from 0, in the order in which they came. */
    StatusNotifierItem icon(int index) throws DBusException {
        return item(index, StatusNotifierItem.PATH, StatusNotifierItem.class);
    }

    DBusMenu menu() throws DBusException {
        return item(DBusMenu.PATH, DBusMenu.class);
    }

    Map<String, Variant<?>> properties() throws DBusException {
        return item(StatusNotifierItem.PATH, Properties.class).GetAll(StatusNotifierItem.NAME);
    }

    Map<String, Variant<?>> menuProperties() throws DBusException {
        return item(DBusMenu.PATH, Properties.class).GetAll(DBusMenu.NAME);
    }

    /** A line as it came over the bus, and those below it. */
    record Line(int id, Map<?, ?> properties, List<Line> below) {

        private String text(String name) {
            return properties.get(name) instanceof Variant<?> value
                    ? value.getValue().toString()
                    : "";
        }

        boolean isSeparator() {
            return text("type").equals("separator");
        }

        /** Two underscores are one that is no shortcut. */
        String label() {
            return isSeparator() ? "-" : text("label").replace("__", "_");
        }

        String told(int depth) {
            return TrayMenus.told(
                    depth,
                    label(),
                    !text("enabled").equals("false"),
                    text("toggle-state").equals("1"));
        }
    }

    List<Line> layout() throws DBusException {
        return below(menu().GetLayout(0, -1, List.of()).node.children);
    }

    private static List<Line> below(List<?> children) {
        List<Line> lines = new ArrayList<>();
        for (Object child : children) {
            Object[] node = (Object[]) ((Variant<?>) child).getValue();
            lines.add(new Line((Integer) node[0], (Map<?, ?>) node[1], below((List<?>) node[2])));
        }
        return lines;
    }

    List<String> told() throws DBusException {
        List<String> all = new ArrayList<>();
        tell(0, layout(), all);
        return all;
    }

    private static void tell(int depth, List<Line> lines, List<String> all) {
        for (Line line : lines) {
            all.add(line.told(depth));
            tell(depth + 1, line.below(), all);
        }
    }

    int id(String label) throws DBusException {
        return find(layout(), label).orElseThrow().id();
    }

    private static Optional<Line> find(List<Line> lines, String label) {
        for (Line line : lines) {
            if (line.label().equals(label)) {
                return Optional.of(line);
            }
            Optional<Line> below = find(line.below(), label);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    /** As xfce4-panel clicks. */
    List<Integer> click(int... ids) throws DBusException {
        List<DBusMenu.Happening> events = new ArrayList<>();
        for (int id : ids) {
            events.add(new DBusMenu.Happening(id, "clicked", new Variant<>(0), new UInt32(0)));
        }
        return menu().EventGroup(events);
    }

    boolean isCutOff() {
        return !connection.isConnected();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
