package app.ampel.face.tray.linux;

import java.util.List;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/**
 * An icon in a panel. Coordinates are the pointer's, in pixels of the screen. Panels written in languages with dynamic
 * proxies see nothing but what is declared here.
 */
@DBusInterfaceName("org.kde.StatusNotifierItem")
@DBusProperty(name = "Category", type = String.class, access = Access.READ)
@DBusProperty(name = "Id", type = String.class, access = Access.READ)
@DBusProperty(name = "Title", type = String.class, access = Access.READ)
@DBusProperty(name = "Status", type = String.class, access = Access.READ)
@DBusProperty(name = "WindowId", type = Integer.class, access = Access.READ)
@DBusProperty(name = "IconName", type = String.class, access = Access.READ)
@DBusProperty(name = "IconThemePath", type = String.class, access = Access.READ)
@DBusProperty(name = "IconPixmap", type = StatusNotifierItem.Pictures.class, access = Access.READ)
@DBusProperty(name = "OverlayIconName", type = String.class, access = Access.READ)
@DBusProperty(name = "OverlayIconPixmap", type = StatusNotifierItem.Pictures.class, access = Access.READ)
@DBusProperty(name = "AttentionIconName", type = String.class, access = Access.READ)
@DBusProperty(name = "AttentionIconPixmap", type = StatusNotifierItem.Pictures.class, access = Access.READ)
@DBusProperty(name = "AttentionMovieName", type = String.class, access = Access.READ)
@DBusProperty(name = "ToolTip", type = StatusNotifierItem.ToolTip.class, access = Access.READ)
@DBusProperty(name = "ItemIsMenu", type = Boolean.class, access = Access.READ)
@DBusProperty(name = "Menu", type = DBusPath.class, access = Access.READ)
public interface StatusNotifierItem extends DBusInterface {

    String NAME = "org.kde.StatusNotifierItem";
    String PATH = "/StatusNotifierItem";

    /** A left click. */
    void Activate(int x, int y);

    /** A middle click. */
    void SecondaryActivate(int x, int y);

    /** A right click on panels that draw no menus themselves. */
    void ContextMenu(int x, int y);

    void Scroll(int delta, String orientation);

    /** A picture: width, height and four bytes a pixel. */
    final class Picture extends Struct {
        @Position(0)
        public final int width;

        @Position(1)
        public final int height;

        @Position(2)
        public final byte[] argb;

        public Picture(int width, int height, byte[] argb) {
            this.width = width;
            this.height = height;
            this.argb = argb;
        }
    }

    /** A tooltip: an icon by name, an icon as pictures, a title and a text. */
    final class ToolTip extends Struct {
        @Position(0)
        public final String icon;

        @Position(1)
        public final List<Picture> pictures;

        @Position(2)
        public final String title;

        @Position(3)
        public final String text;

        public ToolTip(String icon, List<Picture> pictures, String title, String text) {
            this.icon = icon;
            this.pictures = pictures;
            this.title = title;
            this.text = text;
        }
    }

    /** Pictures of one icon in several sizes. */
    interface Pictures extends TypeRef<List<Picture>> {}

    /** The title is another one. */
    class NewTitle extends DBusSignal {
        public NewTitle(String path) throws DBusException {
            super(path);
        }
    }

    /** The picture is another one. */
    class NewIcon extends DBusSignal {
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The picture that is shown while somebody has to do something is another one. */
    class NewAttentionIcon extends DBusSignal {
        public NewAttentionIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** What is drawn above the picture is another one. */
    class NewOverlayIcon extends DBusSignal {
        public NewOverlayIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The tooltip says something else. */
    class NewToolTip extends DBusSignal {
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }

    /** How much the icon wants to be seen has changed. */
    class NewStatus extends DBusSignal {
        public NewStatus(String path, String status) throws DBusException {
            super(path, status);
        }
    }
}
