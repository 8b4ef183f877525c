package app.ampel.face.tray.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** What a panel, or its helper, offers to those who want an icon in it. */
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
public interface StatusNotifierWatcher extends DBusInterface {

    /** Its name on the bus. */
    String NAME = "org.kde.StatusNotifierWatcher";

    /** Where it is found there. */
    String PATH = "/StatusNotifierWatcher";

    /** @param service the name on the bus under which the item is found, at {@link StatusNotifierItem#PATH} */
    void RegisterStatusNotifierItem(String service);
}
