package app.ampel.light;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The colours that have a name, for the command line and for those who cannot see them. */
public enum ColourName {
    RED(Colour.RED),
    GREEN(Colour.GREEN),
    BLUE(Colour.BLUE),
    AMBER(Colour.AMBER),
    VIOLET(Colour.VIOLET),
    MAGENTA_RED(Colour.MAGENTA_RED),
    WHITE(Colour.WHITE),
    DARK(Colour.BLACK);

    private static final int DIM = 153;

    private final Colour colour;

    ColourName(Colour colour) {
        this.colour = colour;
    }

    public Colour colour() {
        return colour;
    }

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name for people. */
    public String key() {
        return "colour." + word();
    }

    public static Optional<ColourName> find(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The name that comes closest, whatever the brightness. */
    public static ColourName nearest(Colour colour) {
        int most = Math.max(colour.red(), Math.max(colour.green(), colour.blue()));
        if (most == 0) {
            return DARK;
        }
        Colour bright = new Colour(colour.red() * 255 / most, colour.green() * 255 / most, colour.blue() * 255 / most);
        return Arrays.stream(values())
                .filter(it -> it != DARK)
                .min(Comparator.comparingInt(it -> distance(it.colour, bright)))
                .orElseThrow();
    }

    /** Whether it is a dimmed form of its name: at most six tenths of the brightness. */
    public static boolean isDim(Colour colour) {
        int most = Math.max(colour.red(), Math.max(colour.green(), colour.blue()));
        return most > 0 && most <= DIM;
    }

    private static int distance(Colour a, Colour b) {
        int red = a.red() - b.red();
        int green = a.green() - b.green();
        int blue = a.blue() - b.blue();
        return red * red + green * green + blue * blue;
    }
}
