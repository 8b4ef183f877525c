package app.ampel.face.terminal;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.service.text.Messages;
import java.nio.charset.Charset;
import java.util.function.Function;

/** Turns a command into a line such as {@code ● red, softly pulsing}. Pure. */
public final class TerminalRenderer {

    private static final String RESET = "\u001b[0m";
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private final TerminalStyle style;
    private final Function<LightCommand, String> said;
    private final Messages words;
    private final boolean discs;

    /**
     * @param said a command in words, such as "red, blinking"
     * @param charset of the output: without the discs in it, stars are shown
     */
    public TerminalRenderer(TerminalStyle style, Function<LightCommand, String> said, Messages words, Charset charset) {
        this.style = style;
        this.said = said;
        this.words = words;
        this.discs = charset.canEncode() && charset.newEncoder().canEncode("●○");
    }

    public String line(LightCommand command) {
        String text = said.apply(command);
        if (style == TerminalStyle.WORDS) {
            return words.say("light.line", text);
        }
        if (command.colour().isDark()) {
            return (discs ? "○ " : "- ") + text;
        }
        return colour(command.colour()) + (discs ? "●" : "*") + RESET + " " + text;
    }

    private String colour(Colour colour) {
        return style == TerminalStyle.TRUE_COLOUR
                ? "\u001b[38;2;" + colour.red() + ";" + colour.green() + ";" + colour.blue() + "m"
                : "\u001b[38;5;" + palette(colour) + "m";
    }

    /** The nearest colour of xterm's cube of 6 x 6 x 6, which begins at 16. */
    private static int palette(Colour colour) {
        return 16 + 36 * level(colour.red()) + 6 * level(colour.green()) + level(colour.blue());
    }

    private static int level(int channel) {
        int nearest = 0;
        for (int i = 1; i < LEVELS.length; i++) {
            if (Math.abs(LEVELS[i] - channel) < Math.abs(LEVELS[nearest] - channel)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
