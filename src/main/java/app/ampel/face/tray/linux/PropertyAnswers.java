package app.ampel.face.tray.linux;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.Variant;

/** What is answered for single properties. */
final class PropertyAnswers {

    private PropertyAnswers() {}

    /** @param <A> whatever the library takes it for; it sends what is in the variant */
    @SuppressWarnings("unchecked")
    static <A> A one(Map<String, Variant<?>> all, String property) {
        Variant<?> value = all.get(property);
        if (value == null) {
            throw new UnknownProperty("there is no property " + property);
        }
        return (A) value;
    }

    static PropertyReadOnly readOnly(String property) {
        return new PropertyReadOnly(property + " can only be read");
    }
}
