package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;

/** What a press of a light's button does. People press such buttons to mute themselves, so it is nothing by itself. */
public enum ButtonUse implements WireName {
    NONE,
    /** Sets "In a call" or clears it, like a click on it in the tray. */
    TOGGLE_IN_A_CALL
}
