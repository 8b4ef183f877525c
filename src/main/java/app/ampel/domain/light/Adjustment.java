package app.ampel.domain.light;

/**
 * How one light differs from what it is told: dimmer altogether, or in some of its channels, so that lights of different
 * makers look alike.
 *
 * @param brightness in percent, 1 to 100; dark is not a brightness, see {@link LightSetting#off}
 * @param red how much of the red is left, in percent, 0 to 100
 * @param green the same
 * @param blue the same
 */
public record Adjustment(int brightness, int red, int green, int blue) {

    public static final Adjustment NONE = new Adjustment(100, 100, 100, 100);

    /** The least that is still seen on lights that count in percent. */
    private static final int LEAST = 2;

    public Adjustment {
        if (brightness < 1 || brightness > 100 || isNoPercent(red) || isNoPercent(green) || isNoPercent(blue)) {
            throw new IllegalArgumentException("percent: " + brightness + ", " + red + ", " + green + ", " + blue);
        }
    }

    private static boolean isNoPercent(int value) {
        return value < 0 || value > 100;
    }

    public Adjustment withBrightness(int other) {
        return new Adjustment(other, red, green, blue);
    }

    public Adjustment withCorrection(int otherRed, int otherGreen, int otherBlue) {
        return new Adjustment(brightness, otherRed, otherGreen, otherBlue);
    }

    /** What the light is really sent. Dark stays dark, and nothing else becomes dark, however dim it was. */
    public LightCommand of(LightCommand command) {
        return command.in(of(command.colour()));
    }

    public Colour of(Colour colour) {
        if (colour.isDark() || equals(NONE)) {
            return colour;
        }
        Colour corrected = new Colour(
                part(colour.red(), red * brightness),
                part(colour.green(), green * brightness),
                part(colour.blue(), blue * brightness));
        return isSeen(corrected) ? corrected : faint(colour);
    }

    /** @param share in ten thousandths */
    private static int part(int channel, int share) {
        return (channel * share + 5000) / 10_000;
    }

    private static boolean isSeen(Colour colour) {
        return Math.max(colour.red(), Math.max(colour.green(), colour.blue())) >= LEAST;
    }

    /** The strongest channels of the colour as it was meant, as dim as can be. */
    private static Colour faint(Colour colour) {
        int most = Math.max(colour.red(), Math.max(colour.green(), colour.blue()));
        int least = Math.min(LEAST, most);
        return new Colour(
                colour.red() == most ? least : 0,
                colour.green() == most ? least : 0,
                colour.blue() == most ? least : 0);
    }
}
