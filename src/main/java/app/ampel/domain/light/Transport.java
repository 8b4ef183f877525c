package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;

/** How bytes or pixels reach a light. */
public enum Transport implements WireName {
    HID_OUTPUT,
    HID_FEATURE,
    SERIAL,
    SCREEN,
    TERMINAL;

    /** Whether it leads to a thing on the manager. */
    public boolean isDevice() {
        return switch (this) {
            case HID_OUTPUT, HID_FEATURE, SERIAL -> true;
            case SCREEN, TERMINAL -> false;
        };
    }
}
