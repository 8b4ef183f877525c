package app.ampel.ui;

import java.util.Locale;

/** What the rail leads to, in its order. */
enum Section {
    STATUS,
    LIGHTS,
    COLOURS,
    HISTORY,
    SETTINGS;

    /** As in words.properties, style classes and node ids. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
