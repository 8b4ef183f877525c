package app.ampel.face.tray.linux;

import app.ampel.face.tray.Icon;
import app.ampel.face.tray.IconState;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Answers panels that ask about the icon, on threads of the bus. */
final class ItemObject implements StatusNotifierItem, Properties {

    static final String NEEDS_ATTENTION = "NeedsAttention";

    private static final String TITLE = "Ampel";

    private final Supplier<TrayMenu> menu;
    private final Consumer<TrayAction> click;

    /** @param menu the latest */
    ItemObject(Supplier<TrayMenu> menu, Consumer<TrayAction> click) {
        this.menu = menu;
        this.click = click;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void Activate(int x, int y) {
        click.accept(new TrayAction.Open());
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        click.accept(new TrayAction.Open());
    }

    /** Who cannot draw the menu shows the window instead. */
    @Override
    public void ContextMenu(int x, int y) {
        click.accept(new TrayAction.Open());
    }

    @Override
    public void Scroll(int delta, String orientation) {
        // Nothing to scroll through.
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        if (!NAME.equals(interfaceName)) {
            return Map.of();
        }
        TrayMenu now = menu.get();
        Variant<?> pictures = new Variant<>(pictures(now.icon()), "a(iiay)");
        Map<String, Variant<?>> all = new HashMap<>();
        all.put("Category", new Variant<>("Communications"));
        all.put("Id", new Variant<>("ampel"));
        all.put("Title", new Variant<>(TITLE));
        all.put("Status", new Variant<>(status(now.icon().state())));
        all.put("WindowId", new Variant<>(0));
        all.put("IconName", new Variant<>(""));
        all.put("IconThemePath", new Variant<>(""));
        all.put("IconPixmap", pictures);
        all.put("OverlayIconName", new Variant<>(""));
        all.put("OverlayIconPixmap", new Variant<>(List.of(), "a(iiay)"));
        all.put("AttentionIconName", new Variant<>(""));
        all.put("AttentionIconPixmap", pictures);
        all.put("AttentionMovieName", new Variant<>(""));
        all.put("ToolTip", new Variant<>(new ToolTip("", List.of(), TITLE, now.sentence()), "(sa(iiay)ss)"));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(DBusMenu.PATH)));
        return all;
    }

    /** Panels that hide icons show one that needs somebody to do something. */
    static String status(IconState state) {
        return switch (state) {
            case SIGNED_OUT, CONSENT_MISSING -> NEEDS_ATTENTION;
            case AVAILABLE,
                    BUSY,
                    IN_A_CALL,
                    DO_NOT_DISTURB,
                    AWAY,
                    OFFLINE,
                    OUT_OF_OFFICE,
                    UNKNOWN,
                    NO_NETWORK,
                    THROTTLED,
                    PAUSED -> "Active";
        };
    }

    private static List<Picture> pictures(Icon icon) {
        return icon.pictures().stream()
                .map(pixmap -> new Picture(pixmap.size(), pixmap.size(), pixmap.bytes()))
                .toList();
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
