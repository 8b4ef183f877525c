package app.ampel.domain.light;

import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.naming.WireName;
import java.util.Map;
import java.util.Optional;

/** Beginnings of templates for common sketches. */
public enum TemplatePreset implements WireName {
    /** A word for each state, for boards that had one from PresenceLight. */
    PRESENCELIGHT("{state}", "offline"),
    ARDUINO_HEX("#{RR}{GG}{BB}", null),
    ARDUINO_RGB("{r},{g},{b}", null),
    /** Adafruit's tower light 5125: a byte switches one lamp on, another one off; the buzzer is only ever told to be still. */
    ADAFRUIT_TOWER(
            "\\x12\\x21\\x24",
            "\\x21\\x22\\x24\\x28",
            Map.of(
                    ColourName.RED.word(), "\\x11\\x22\\x24",
                    ColourName.MAGENTA_RED.word(), "\\x11\\x22\\x24",
                    ColourName.GREEN.word(), "\\x14\\x21\\x22"),
            LineEnd.NONE);

    private final String text;
    private final String off;
    private final Map<String, String> states;
    private final LineEnd lineEnd;

    TemplatePreset(String text, String off) {
        this(text, off, Map.of(), LineEnd.LF);
    }

    TemplatePreset(String text, String off, Map<String, String> states, LineEnd lineEnd) {
        this.text = text;
        this.off = off;
        this.states = states;
        this.lineEnd = lineEnd;
    }

    public String text() {
        return text;
    }

    /** Empty: the text with black. */
    public Optional<String> off() {
        return Optional.ofNullable(off);
    }

    /** Texts for single states or colours. */
    public Map<String, String> states() {
        return states;
    }

    public LineEnd lineEnd() {
        return lineEnd;
    }
}
