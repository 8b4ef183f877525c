package app.ampel.face.tray;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Icon and menu, as one value. Every renderer shows the same.
 *
 * @param sentence the tooltip
 */
public record TrayMenu(Icon icon, String sentence, List<Item> items) {

    public TrayMenu {
        Objects.requireNonNull(icon);
        Objects.requireNonNull(sentence);
        items = List.copyOf(items);
        List<String> keys = items.stream().flatMap(Item::all).map(Item::key).toList();
        if (keys.stream().distinct().count() != keys.size()) {
            // Some keys have ids of people in them, which are nothing for a log.
            throw new IllegalArgumentException("two lines with the same key");
        }
    }

    /** Every line, depth first. */
    public Stream<Item> all() {
        return items.stream().flatMap(Item::all);
    }

    public Optional<Item> find(String key) {
        return all().filter(item -> item.key().equals(key)).findFirst();
    }

    /** With that in the tooltip as well. */
    TrayMenu alsoSaying(List<String> more) {
        return new TrayMenu(
                icon, Stream.concat(Stream.of(sentence), more.stream()).collect(Collectors.joining(" ")), items);
    }

    /**
     * With the lines of {@code before} in their places, for a menu that somebody looks at: what they say is this menu's, and what it
     * does not have cannot be clicked any more.
     */
    TrayMenu inTheRowsOf(TrayMenu before) {
        return new TrayMenu(icon, sentence, before.items.stream().map(this::now).toList());
    }

    private Item now(Item before) {
        List<Item> below = before.items().stream().map(this::now).toList();
        return find(before.key())
                .filter(same ->
                        same.kind() == before.kind() && markKind(same.mark()).equals(markKind(before.mark())))
                .map(same -> same.with(below))
                .orElseGet(() -> before.with(below).disabled());
    }

    /** Whether it has the same lines in the same places as {@code other}, whatever they say. */
    public boolean isShapedLike(TrayMenu other) {
        return shape(items).equals(shape(other.items));
    }

    private static String shape(List<Item> items) {
        return items.stream()
                .map(item -> item.key() + ":" + item.kind() + markKind(item.mark()) + shape(item.items()))
                .collect(Collectors.joining("\n", "(", ")"));
    }

    private static String markKind(Item.Mark mark) {
        return switch (mark) {
            case NONE -> "";
            case CHECK_ON, CHECK_OFF -> "check";
            case RADIO_ON, RADIO_OFF -> "radio";
        };
    }
}
