package app.ampel.face.tray.linux;

import app.ampel.face.tray.Item;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenu;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A menu whose lines have numbers. A line keeps its number as long as the program runs, and no other line ever gets it,
 * so that a click on a menu that was drawn a moment ago means what it said or nothing.
 *
 * @param ids numbers by key, also of lines that are gone
 * @param revision of the layout; grows when lines come, go or move
 */
record MenuTable(TrayMenu menu, Map<String, Integer> ids, long revision) {

    static final int ROOT = 0;

    MenuTable {
        ids = Map.copyOf(ids);
    }

    static MenuTable of(TrayMenu menu) {
        return new MenuTable(menu, numbered(menu, Map.of()), 1);
    }

    /** The same table with another menu in it. */
    MenuTable with(TrayMenu other) {
        return new MenuTable(other, numbered(other, ids), other.isShapedLike(menu) ? revision : revision + 1);
    }

    private static Map<String, Integer> numbered(TrayMenu menu, Map<String, Integer> before) {
        Map<String, Integer> ids = new HashMap<>(before);
        menu.all().forEach(item -> ids.putIfAbsent(item.key(), ids.size() + 1));
        return ids;
    }

    int id(Item item) {
        return ids.get(item.key());
    }

    Optional<Item> item(int id) {
        return menu.all().filter(item -> id(item) == id).findFirst();
    }

    boolean has(int id) {
        return id == ROOT || item(id).isPresent();
    }

    /** The lines directly below {@code id}. */
    List<Item> below(int id) {
        return id == ROOT ? menu.items() : item(id).map(Item::items).orElse(List.of());
    }

    Optional<TrayAction> action(int id) {
        return item(id).filter(Item::enabled).flatMap(Item::action);
    }

    /** The lines that say something else than in {@code before}, by number. Both have the same shape. */
    Map<Integer, Item> changedSince(MenuTable before) {
        Map<Integer, Item> changed = new LinkedHashMap<>();
        menu.all()
                .filter(item -> before.menu
                        .find(item.key())
                        .filter(old -> Labels.of(old).equals(Labels.of(item)))
                        .isEmpty())
                .forEach(item -> changed.put(id(item), item));
        return changed;
    }
}
