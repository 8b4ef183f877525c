package app.ampel.light;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a press of a light's button does. People press such buttons to mute themselves, so it is nothing by itself. */
public enum ButtonUse {
    NONE,
    /** Sets "In a call" or clears it, like a click on it in the tray. */
    TOGGLE_IN_A_CALL;

    /** As in the settings and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ButtonUse> of(String word) {
        return Arrays.stream(values()).filter(use -> use.word().equals(word)).findFirst();
    }
}
