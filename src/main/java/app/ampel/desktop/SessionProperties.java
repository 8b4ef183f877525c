package app.ampel.desktop;

import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** What is of interest in the properties of a session of logind's; what is not told is as it usually is. */
record SessionProperties(boolean active, boolean remote, boolean locked) {

    static final String INTERFACE = LogindManager.BUS_NAME + ".Session";

    static SessionProperties of(Map<String, Variant<?>> told) {
        return new SessionProperties(
                flag(told, "Active", true), flag(told, "Remote", false), flag(told, "LockedHint", false));
    }

    private static boolean flag(Map<String, Variant<?>> told, String name, boolean usual) {
        Variant<?> value = told.get(name);
        return value != null && value.getValue() instanceof Boolean it ? it : usual;
    }
}
