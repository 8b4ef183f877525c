package app.ampel.domain.light.model.kit;

import app.ampel.domain.light.Colour;

/**
 * The nearest of the eight colours of a light whose red, green and blue can only be on or off. A channel is on when it is
 * at least half as bright as the brightest, so a dim colour keeps its hue and only black is dark.
 */
public enum Hue {
    DARK,
    RED,
    GREEN,
    YELLOW,
    BLUE,
    MAGENTA,
    CYAN,
    WHITE;

    public static Hue of(Colour colour) {
        int brightest = brightest(colour);
        int bits = 0;
        bits |= isOn(colour.red(), brightest) ? 1 : 0;
        bits |= isOn(colour.green(), brightest) ? 2 : 0;
        bits |= isOn(colour.blue(), brightest) ? 4 : 0;
        return values()[bits];
    }

    public static int brightest(Colour colour) {
        return Math.max(colour.red(), Math.max(colour.green(), colour.blue()));
    }

    private static boolean isOn(int channel, int brightest) {
        return channel > 0 && 2 * channel >= brightest;
    }

    /** Bit 0 red, bit 1 green, bit 2 blue. */
    public int bits() {
        return ordinal();
    }
}
