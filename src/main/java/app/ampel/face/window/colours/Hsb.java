package app.ampel.face.window.colours;

import app.ampel.domain.light.Colour;
import javafx.scene.paint.Color;

/**
 * A colour as two sliders have it.
 *
 * @param hue in degrees
 * @param brightness 0 to 100
 */
record Hsb(double hue, double saturation, double brightness) {

    static Hsb of(Colour colour) {
        Color it = Color.rgb(colour.red(), colour.green(), colour.blue());
        return new Hsb(it.getHue(), it.getSaturation(), it.getBrightness() * 100);
    }

    /** A pure colour, at least dimly lit. */
    Hsb withHue(double other) {
        return new Hsb(other, 1, isDark() ? 100 : brightness);
    }

    Hsb withBrightness(double other) {
        return new Hsb(hue, saturation, other);
    }

    private boolean isDark() {
        return brightness == 0;
    }

    Colour colour() {
        Color it = Color.hsb(hue, saturation, brightness / 100);
        return new Colour(channel(it.getRed()), channel(it.getGreen()), channel(it.getBlue()));
    }

    private static int channel(double share) {
        return (int) Math.round(share * 255);
    }
}
