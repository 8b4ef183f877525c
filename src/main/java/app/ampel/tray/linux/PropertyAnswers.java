package app.ampel.tray.linux;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.Variant;

/** What is answered for single properties. */
final class PropertyAnswers {

    private PropertyAnswers() {}

    static Variant<?> one(Map<String, Variant<?>> all, String property) {
        Variant<?> value = all.get(property);
        if (value == null) {
            throw new UnknownProperty("there is no property " + property);
        }
        return value;
    }

    static PropertyReadOnly readOnly(String property) {
        return new PropertyReadOnly(property + " can only be read");
    }
}
