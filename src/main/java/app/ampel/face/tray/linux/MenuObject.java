package app.ampel.face.tray.linux;

import app.ampel.face.tray.MenuSign;
import app.ampel.face.tray.TrayAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Answers panels that ask about the menu, on threads of the bus. */
final class MenuObject implements DBusMenu, Properties {

    private final Supplier<MenuTable> table;
    private final Consumer<TrayAction> click;
    private final Consumer<MenuSign> signs;

    /** What panels have said is open. */
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();

    /**
     * @param table the latest
     * @param signs told of whoever looks at it
     */
    MenuObject(Supplier<MenuTable> table, Consumer<TrayAction> click, Consumer<MenuSign> signs) {
        this.table = table;
        this.click = click;
        this.signs = signs;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties) {
        MenuTable now = table.get();
        return new Layout<>(new UInt32(now.revision()), node(now, parent, depth, properties));
    }

    private static Node node(MenuTable now, int id, int depth, List<String> properties) {
        List<Variant<?>> children = depth == 0
                ? List.of()
                : now.below(id).stream()
                        .<Variant<?>>map(item ->
                                new Variant<>(node(now, now.id(item), Math.max(-1, depth - 1), properties), NODE))
                        .toList();
        return new Node(id, Labels.chosen(labels(now, id).orElse(Map.of()), properties), children);
    }

    private static Optional<Map<String, Object>> labels(MenuTable now, int id) {
        return id == MenuTable.ROOT ? Optional.of(Labels.ROOT) : now.item(id).map(Labels::of);
    }

    @Override
    public List<Line> GetGroupProperties(List<Integer> ids, List<String> properties) {
        MenuTable now = table.get();
        List<Integer> asked = ids.isEmpty() ? now.menu().all().map(now::id).toList() : ids;
        return asked.stream()
                .filter(now::has)
                .map(id -> new Line(id, Labels.chosen(labels(now, id).orElse(Map.of()), properties)))
                .toList();
    }

    @Override
    public Variant<?> GetProperty(int id, String name) {
        return labels(table.get(), id)
                .map(properties -> properties.get(name))
                .<Variant<?>>map(Variant::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name + " of " + id));
    }

    @Override
    public void Event(int id, String event, Variant<?> data, UInt32 timestamp) {
        switch (event) {
            case "clicked" -> table.get().action(id).ifPresent(click);
            case "opened" -> {
                open.add(id);
                signs.accept(MenuSign.OPEN);
            }
            case "closed" -> {
                open.remove(id);
                if (id == MenuTable.ROOT) {
                    open.clear();
                }
                if (open.isEmpty()) {
                    signs.accept(MenuSign.SHUT);
                }
            }
            default -> {}
        }
    }

    @Override
    public List<Integer> EventGroup(List<Happening> events) {
        events.forEach(event -> Event(event.id, event.event, event.data, event.timestamp));
        return notThere(events.stream().map(event -> event.id).toList());
    }

    /** What is drawn is always the latest: whatever changes is signalled at once. */
    @Override
    public boolean AboutToShow(int id) {
        if (id == MenuTable.ROOT) {
            open.clear();
        }
        signs.accept(id == MenuTable.ROOT ? MenuSign.OPENING : MenuSign.LOOKED_AT);
        return false;
    }

    /** xfce4-panel says it this way only, and nothing when the menu itself is closed. */
    @Override
    public Shows<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids) {
        ids.forEach(this::AboutToShow);
        return new Shows<>(List.of(), notThere(ids));
    }

    private List<Integer> notThere(List<Integer> ids) {
        MenuTable now = table.get();
        return ids.stream().filter(id -> !now.has(id)).toList();
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return NAME.equals(interfaceName)
                ? Map.of(
                        "Version", new Variant<>(new UInt32(3)),
                        "TextDirection", new Variant<>("ltr"),
                        "Status", new Variant<>("normal"),
                        "IconThemePath", new Variant<>(List.of(), "as"))
                : Map.of();
    }

    @Override
    public <A> A Get(String interfaceName, String property) {
        return PropertyAnswers.one(GetAll(interfaceName), property);
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
        throw PropertyAnswers.readOnly(property);
    }
}
