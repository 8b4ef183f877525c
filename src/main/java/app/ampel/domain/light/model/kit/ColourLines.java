package app.ampel.domain.light.model.kit;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import java.time.Duration;
import java.util.Locale;

/** The lines for colours, sequences and fades, in which fit-statUSB and Ampel's own protocol are alike. */
public final class ColourLines {

    private ColourLines() {}

    /** @param atOnce the milliseconds of a fade that is none */
    public static Program program(LightCommand command, int atOnce) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(fade(atOnce), solid(colour));
            case BLINK ->
                Program.once(
                        fade(atOnce),
                        line("B" + step(colour, Played.HALF_BLINK) + step(Colour.BLACK, Played.HALF_BLINK)));
            case PULSE ->
                Program.once(
                        fade(Math.toIntExact(Played.HALF_PULSE.toMillis())),
                        line("B" + step(colour, Played.HALF_PULSE)
                                + step(colour.dimmedTo(Played.DIM_PERCENT), Played.HALF_PULSE)));
            case DOUBLE_BLINK ->
                Program.once(
                        fade(atOnce),
                        line("B" + step(colour, Played.FLASH)
                                + step(Colour.BLACK, Played.FLASH)
                                + step(colour, Played.FLASH)
                                + step(Colour.BLACK, Played.PAUSE)));
        };
    }

    public static Report solid(Colour colour) {
        return line(hex(colour));
    }

    private static Report fade(int millis) {
        return line(String.format(Locale.ROOT, "F%04d", millis));
    }

    private static String step(Colour colour, Duration time) {
        return String.format(Locale.ROOT, "%s-%04d", hex(colour), time.toMillis());
    }

    private static String hex(Colour colour) {
        return colour.toString().toUpperCase(Locale.ROOT);
    }

    /** The only way to a line: P, a fit-statUSB's firmware update mode, is not among the letters. */
    public static Report line(String text) {
        if ("#BFLWG".indexOf(text.charAt(0)) < 0) {
            throw new IllegalArgumentException("never sent: " + text);
        }
        return Report.text(Transport.SERIAL, text + "\n");
    }
}
