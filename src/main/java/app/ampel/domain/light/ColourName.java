package app.ampel.domain.light;

import app.ampel.domain.naming.WireName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** The colours that have a name, and what each of them means where nobody has chosen colours of his own. */
public enum ColourName implements WireName {
    RED(Colour.RED, "busy"),
    GREEN(Colour.GREEN, "available"),
    AMBER(Colour.AMBER, "away"),
    VIOLET(Colour.VIOLET, "out-of-office"),
    MAGENTA_RED(Colour.MAGENTA_RED, "do-not-disturb"),
    BLUE(Colour.BLUE, "unknown"),
    WHITE(Colour.WHITE, "unknown");

    private static final String IN_A_CALL = "in-a-call";
    private static final String SIGNED_OUT = "signed-out";
    private static final int FULL = 255;

    private final Colour colour;
    private final String state;

    ColourName(Colour colour, String state) {
        this.colour = colour;
        this.state = state;
    }

    /** The one that a colour looks most like, however dim it is; that of black is as good as any. */
    public static ColourName nearest(Colour colour) {
        Colour bright = brightest(colour);
        return Arrays.stream(values())
                .min(Comparator.comparingInt(name -> distance(bright, name.colour)))
                .orElseThrow();
    }

    private static Colour brightest(Colour colour) {
        int most = Math.max(1, Math.max(colour.red(), Math.max(colour.green(), colour.blue())));
        return new Colour(colour.red() * FULL / most, colour.green() * FULL / most, colour.blue() * FULL / most);
    }

    private static int distance(Colour a, Colour b) {
        int red = a.red() - b.red();
        int green = a.green() - b.green();
        int blue = a.blue() - b.blue();
        return red * red + green * green + blue * blue;
    }

    /** All that {@link #stateOf} may answer for a light that is lit. */
    public static Stream<String> states() {
        return Stream.concat(
                Stream.of(IN_A_CALL, SIGNED_OUT), Arrays.stream(values()).map(name -> name.state));
    }

    /**
     * What a light says by showing that in the usual colours: such as {@code available}, or {@code offline} when it is
     * dark.
     */
    public static String stateOf(LightCommand command) {
        if (command.colour().isDark()) {
            return "offline";
        }
        ColourName name = nearest(command.colour());
        if (name == RED && command.effect() == Effect.PULSE) {
            return IN_A_CALL;
        }
        return name == WHITE && command.effect() == Effect.DOUBLE_BLINK ? SIGNED_OUT : name.state;
    }
}
