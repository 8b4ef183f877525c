package app.ampel.light;

import java.util.Locale;

/** How bytes or pixels reach a light. */
public enum Transport {
    HID_OUTPUT,
    HID_FEATURE,
    SERIAL,
    SCREEN,
    TERMINAL;

    /** Whether it leads to a thing on the desk. */
    public boolean isDevice() {
        return switch (this) {
            case HID_OUTPUT, HID_FEATURE, SERIAL -> true;
            case SCREEN, TERMINAL -> false;
        };
    }

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
