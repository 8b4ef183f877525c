package app.ampel.face.tray.awt;

import app.ampel.face.tray.IconState;
import app.ampel.face.tray.TrayMenu;
import app.ampel.face.tray.TrayMenus;
import java.awt.CheckboxMenuItem;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down the lines of AWT's menu, after each change, and what clicks on the last one's lines asked for. Needs a
 * display, so it runs in a process of its own.
 */
public final class AwtMenuLines {

    public static final TrayMenu FIRST = TrayMenus.of(IconState.AVAILABLE, "Available.", false, "a", "b");

    /** Other words in the same places. */
    public static final TrayMenu SECOND = TrayMenus.of(IconState.BUSY, "Busy.", true, "a", "b");

    /** Other lines. */
    public static final TrayMenu THIRD = TrayMenus.of(IconState.BUSY, "Busy.", true, "b", "c", "d");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private AwtMenuLines() {}

    public static void main(String[] arguments) {
        new AwtMenuLines().run();
        System.exit(0);
    }

    private void run() {
        PopupMenu popup = new PopupMenu();
        List<String> clicks = new ArrayList<>();
        AwtMenu menu = new AwtMenu(popup, FIRST, action -> clicks.add("click: " + action));
        tell(0, popup);
        menu.show(SECOND);
        tell(0, popup);
        menu.show(THIRD);
        tell(0, popup);
        click(popup);
        clicks.forEach(out::println);
        tell(0, popup);
    }

    private void tell(int depth, Menu menu) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            MenuItem item = menu.getItem(i);
            boolean on = item instanceof CheckboxMenuItem box && box.getState();
            out.println(TrayMenus.told(depth, item.getLabel(), item.isEnabled(), on));
            if (item instanceof Menu below) {
                tell(depth + 1, below);
            }
        }
    }

    /** As AWT does it: a box is ticked first, then its listeners are told. */
    private void click(Menu menu) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            MenuItem item = menu.getItem(i);
            if (item instanceof Menu below) {
                click(below);
            } else if (item instanceof CheckboxMenuItem box) {
                box.setState(!box.getState());
                int change = box.getState() ? ItemEvent.SELECTED : ItemEvent.DESELECTED;
                box.dispatchEvent(new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box.getLabel(), change));
            } else {
                item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getLabel()));
            }
        }
    }
}
