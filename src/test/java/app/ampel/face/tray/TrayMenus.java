package app.ampel.face.tray;

import app.ampel.domain.status.DurationOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Menus to test with. */
public final class TrayMenus {

    private TrayMenus() {}

    /** Every kind of line there is. */
    public static TrayMenu of(IconState icon, String sentence, boolean call, String... lights) {
        return new TrayMenu(
                new Icon(icon, IconStyle.COLOUR),
                sentence,
                List.of(
                        Item.note("sentence", sentence),
                        Item.separator("1"),
                        Item.marked("call", "In a_call", Item.Mark.check(call), new TrayAction.Clear()),
                        Item.menu(
                                "for",
                                "For",
                                List.of(
                                        Item.marked(
                                                "for/1",
                                                "15 min",
                                                Item.Mark.radio(!call),
                                                new TrayAction.Last(DurationOption.of(Duration.ofMinutes(15)))),
                                        Item.menu(
                                                "deep",
                                                "Identify",
                                                Stream.of(lights)
                                                        .map(id -> Item.line(
                                                                id, "Light " + id, new TrayAction.Identify(id)))
                                                        .toList()))),
                        Item.line("quit", "Quit", new TrayAction.Quit())));
    }

    /** One line of text for each line of a menu, the way every renderer's is written down to compare them. */
    public static String told(int depth, String text, boolean enabled, boolean on) {
        return "  ".repeat(depth) + text + (enabled ? "" : " (cannot)") + (on ? " (on)" : "");
    }

    /** All lines of {@code menu}, depth first; a separator is {@code -}. */
    public static List<String> told(TrayMenu menu) {
        return menu.items().stream().flatMap(item -> told(0, item)).toList();
    }

    private static Stream<String> told(int depth, Item item) {
        String text = item.kind() == Item.Kind.SEPARATOR ? "-" : item.text();
        return Stream.concat(
                Stream.of(told(depth, text, item.enabled(), item.mark().isOn())),
                item.items().stream().flatMap(below -> told(depth + 1, below)));
    }

    /** Which of those whose keys begin so are marked. */
    static List<String> on(TrayMenu menu, String prefix) {
        return menu.all()
                .filter(item -> item.key().startsWith(prefix) && item.mark().isOn())
                .map(Item::text)
                .toList();
    }
}
