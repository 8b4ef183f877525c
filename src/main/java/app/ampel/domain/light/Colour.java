package app.ampel.domain.light;

import java.util.Locale;
import java.util.Optional;

/** A colour of light, each channel 0 to 255; black is dark. */
public record Colour(int red, int green, int blue) {

    public static final Colour BLACK = new Colour(0, 0, 0);
    public static final Colour RED = new Colour(255, 0, 0);
    public static final Colour GREEN = new Colour(0, 255, 0);
    public static final Colour AMBER = new Colour(255, 191, 0);
    public static final Colour ORANGE = new Colour(255, 96, 0);
    public static final Colour YELLOW = new Colour(255, 224, 0);
    public static final Colour CYAN = new Colour(0, 255, 255);
    public static final Colour AZURE = new Colour(0, 160, 255);
    public static final Colour VIOLET = new Colour(128, 0, 255);
    public static final Colour MAGENTA = new Colour(255, 0, 255);
    public static final Colour MAGENTA_RED = new Colour(255, 0, 64);
    public static final Colour BLUE = new Colour(0, 0, 255);
    public static final Colour WHITE = new Colour(255, 255, 255);

    public Colour {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException("a channel is 0 to 255: " + red + ", " + green + ", " + blue);
        }
    }

    /** Reads {@code #RRGGBB}, with or without the {@code #}, in either case; empty when it is something else. */
    public static Optional<Colour> parse(String text) {
        String hex = text.startsWith("#") ? text.substring(1) : text;
        if (hex.length() != 6 || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(hex, 16);
        return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
    }

    /** The same hue at {@code percent} of its brightness, rounded to the nearest. */
    public Colour dimmedTo(int percent) {
        return new Colour(
                Math.round(red * percent / 100f),
                Math.round(green * percent / 100f),
                Math.round(blue * percent / 100f));
    }

    public boolean isDark() {
        return equals(BLACK);
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
