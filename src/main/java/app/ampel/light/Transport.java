package app.ampel.light;

import java.util.Locale;

/** How bytes or pixels reach a light. */
public enum Transport {
    HID_OUTPUT,
    HID_FEATURE,
    SERIAL,
    SCREEN,
    TERMINAL;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
