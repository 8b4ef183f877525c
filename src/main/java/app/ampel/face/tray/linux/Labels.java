package app.ampel.face.tray.linux;

import app.ampel.face.tray.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freedesktop.dbus.types.Variant;

/** A line's properties as com.canonical.dbusmenu names them. */
final class Labels {

    private Labels() {}

    /** The menu itself has but one. */
    static final Map<String, Object> ROOT = Map.of("children-display", "submenu");

    static Map<String, Object> of(Item item) {
        Map<String, Object> properties = new LinkedHashMap<>();
        switch (item.kind()) {
            case SEPARATOR -> properties.put("type", "separator");
            case MENU -> {
                words(item, properties);
                properties.put("children-display", "submenu");
            }
            case LINE -> {
                words(item, properties);
                mark(item, properties);
            }
        }
        return properties;
    }

    private static void words(Item item, Map<String, Object> properties) {
        // One underscore alone would mark the letter after it as a shortcut.
        properties.put("label", item.text().replace("_", "__"));
        properties.put("enabled", item.enabled());
    }

    private static void mark(Item item, Map<String, Object> properties) {
        switch (item.mark()) {
            case NONE -> {}
            case CHECK_OFF, CHECK_ON -> properties.put("toggle-type", "checkmark");
            case RADIO_OFF, RADIO_ON -> properties.put("toggle-type", "radio");
        }
        if (item.mark() != Item.Mark.NONE) {
            properties.put("toggle-state", item.mark().isOn() ? 1 : 0);
        }
    }

    /** Those that somebody asked for; nobody named: all. */
    static Map<String, Variant<?>> chosen(Map<String, Object> properties, List<String> names) {
        return properties.entrySet().stream()
                .filter(entry -> names.isEmpty() || names.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Variant<>(entry.getValue())));
    }
}
