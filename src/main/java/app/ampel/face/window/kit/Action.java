package app.ampel.face.window.kit;

import java.util.Objects;

/**
 * Something that can be done, or not.
 *
 * @param hint what it does, or why it cannot be done
 * @param on for what can be switched on and off
 */
public record Action(String text, String hint, boolean enabled, boolean on) {

    public Action {
        Objects.requireNonNull(text);
        Objects.requireNonNull(hint);
    }

    public static Action of(String text, String hint) {
        return new Action(text, hint, true, false);
    }

    public Action enabled(boolean isEnabled, String whyNot) {
        return new Action(text, isEnabled ? hint : whyNot, isEnabled, on);
    }

    public Action on(boolean isOn) {
        return new Action(text, hint, enabled, isOn);
    }
}
