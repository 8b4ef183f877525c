package app.ampel.desktop;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** The part of logind that is asked. */
@DBusInterfaceName(LogindManager.NAME)
public interface LogindManager extends DBusInterface {

    String BUS_NAME = "org.freedesktop.login1";
    String NAME = BUS_NAME + ".Manager";
    String PATH = "/org/freedesktop/login1";

    /** @param id of a session; {@code auto}: the caller's, or the one before the screen of the caller's user */
    DBusPath GetSession(String id) throws DBusException;
}
