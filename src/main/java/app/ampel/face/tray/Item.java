package app.ampel.face.tray;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a menu.
 *
 * @param key its name, the same however its words change; no two lines of a menu share one
 * @param action what a click on it asks for; empty: it cannot be clicked
 * @param items what a submenu opens
 */
public record Item(
        Kind kind, String key, String text, boolean enabled, Mark mark, Optional<TrayAction> action, List<Item> items) {

    /** What sort of line. */
    public enum Kind {
        LINE,
        MENU,
        SEPARATOR
    }

    /** What stands before the words. */
    public enum Mark {
        NONE,
        CHECK_OFF,
        CHECK_ON,
        RADIO_OFF,
        RADIO_ON;

        static Mark check(boolean on) {
            return on ? CHECK_ON : CHECK_OFF;
        }

        static Mark radio(boolean on) {
            return on ? RADIO_ON : RADIO_OFF;
        }

        public boolean isOn() {
            return this == CHECK_ON || this == RADIO_ON;
        }
    }

    public Item {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(text);
        Objects.requireNonNull(mark);
        Objects.requireNonNull(action);
        items = List.copyOf(items);
        if (enabled && kind == Kind.LINE && action.isEmpty()) {
            throw new IllegalArgumentException("a line that does nothing: " + key);
        }
    }

    static Item line(String key, String text, TrayAction action) {
        return marked(key, text, Mark.NONE, action);
    }

    static Item marked(String key, String text, Mark mark, TrayAction action) {
        return new Item(Kind.LINE, key, text, true, mark, Optional.of(action), List.of());
    }

    /** A line that only says something, such as why something cannot be done. */
    static Item note(String key, String text) {
        return new Item(Kind.LINE, key, text, false, Mark.NONE, Optional.empty(), List.of());
    }

    static Item menu(String key, String text, List<Item> items) {
        return new Item(Kind.MENU, key, text, true, Mark.NONE, Optional.empty(), items);
    }

    static Item separator(String key) {
        return new Item(Kind.SEPARATOR, key, "", true, Mark.NONE, Optional.empty(), List.of());
    }

    Item with(List<Item> below) {
        return new Item(kind, key, text, enabled, mark, action, below);
    }

    Item disabled() {
        return new Item(kind, key, text, kind == Kind.SEPARATOR, mark, Optional.empty(), items);
    }

    /** What it says and does may be about people, which is nothing for a log. */
    @Override
    public String toString() {
        return "Item[" + kind + "]";
    }

    /** This one and all below it. */
    Stream<Item> all() {
        return Stream.concat(Stream.of(this), items.stream().flatMap(Item::all));
    }
}
