package app.ampel.light;

import app.ampel.naming.Word;
import java.util.Optional;

/** Beginnings of templates for common sketches. */
public enum TemplatePreset implements Word {
    /** A word for each state, for boards that had one from PresenceLight. */
    PRESENCELIGHT("{state}", "offline"),
    ARDUINO_HEX("#{RR}{GG}{BB}", null),
    ARDUINO_RGB("{r},{g},{b}", null);

    private final String text;
    private final String off;

    TemplatePreset(String text, String off) {
        this.text = text;
        this.off = off;
    }

    public String text() {
        return text;
    }

    /** Empty: the text with black. */
    public Optional<String> off() {
        return Optional.ofNullable(off);
    }
}
