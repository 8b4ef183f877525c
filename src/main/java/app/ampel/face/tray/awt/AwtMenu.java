package app.ampel.face.tray.awt;

import app.ampel.face.tray.Item;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenu;
import java.awt.CheckboxMenuItem;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A {@link TrayMenu} as a menu of AWT's; the lines stay the same objects for as long as the menu keeps its shape. */
final class AwtMenu {

    private final PopupMenu popup;
    private final Consumer<TrayAction> click;
    private final Map<String, MenuItem> lines = new HashMap<>();
    private TrayMenu shown;

    AwtMenu(PopupMenu popup, TrayMenu first, Consumer<TrayAction> click) {
        this.popup = popup;
        this.click = click;
        this.shown = first;
        build();
    }

    void show(TrayMenu menu) {
        boolean same = menu.isShapedLike(shown);
        shown = menu;
        if (same) {
            refresh();
        } else {
            popup.removeAll();
            lines.clear();
            build();
        }
    }

    private void build() {
        shown.items().forEach(item -> popup.add(line(item)));
        refresh();
    }

    private MenuItem line(Item item) {
        MenuItem line = switch (item.kind()) {
            case SEPARATOR -> new MenuItem("-");
            case MENU -> submenu(item);
            case LINE -> item.mark() == Item.Mark.NONE ? plain(item) : checkbox(item);
        };
        lines.put(item.key(), line);
        return line;
    }

    private Menu submenu(Item item) {
        Menu menu = new Menu();
        item.items().forEach(below -> menu.add(line(below)));
        return menu;
    }

    private MenuItem plain(Item item) {
        MenuItem line = new MenuItem();
        line.addActionListener(event -> clicked(item.key()));
        return line;
    }

    /** AWT ticks it at a click; whether it is ticked is the core's decision. */
    private MenuItem checkbox(Item item) {
        CheckboxMenuItem line = new CheckboxMenuItem();
        line.addItemListener(event -> {
            shown.find(item.key()).ifPresent(now -> line.setState(now.mark().isOn()));
            clicked(item.key());
        });
        return line;
    }

    private void clicked(String key) {
        shown.find(key).filter(Item::enabled).flatMap(Item::action).ifPresent(click);
    }

    /** Changes what is different, and nothing else. */
    private void refresh() {
        shown.all().filter(item -> item.kind() != Item.Kind.SEPARATOR).forEach(item -> {
            MenuItem line = lines.get(item.key());
            if (!item.text().equals(line.getLabel())) {
                line.setLabel(item.text());
            }
            if (item.enabled() != line.isEnabled()) {
                line.setEnabled(item.enabled());
            }
            if (line instanceof CheckboxMenuItem box
                    && box.getState() != item.mark().isOn()) {
                box.setState(item.mark().isOn());
            }
        });
    }
}
