package app.ampel.adapter.os.session;

import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** What is of interest in the properties of a session of logind's; what is not told is as it usually is. */
record SessionProperties(boolean active, boolean remote, boolean locked) {

    static final String INTERFACE = Logind.NAME + ".Session";

    static SessionProperties of(Map<?, ?> told) {
        return new SessionProperties(
                flag(told, "Active", true), flag(told, "Remote", false), flag(told, "LockedHint", false));
    }

    private static boolean flag(Map<?, ?> told, String name, boolean usual) {
        return told.get(name) instanceof Variant<?> value && value.getValue() instanceof Boolean it ? it : usual;
    }
}
