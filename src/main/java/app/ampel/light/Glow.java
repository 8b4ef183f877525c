package app.ampel.light;

/** What a colour of light looks like on a screen. Pure. */
public final class Glow {

    private static final double GAMMA = 2.2;

    private Glow() {}

    /** A light at a fifth of its power looks half as bright, and a screen shows what looks right; the hue stays. */
    public static Colour onScreen(Colour light) {
        int most = Math.max(light.red(), Math.max(light.green(), light.blue()));
        if (most == 0) {
            return light;
        }
        double factor = Math.pow(most / 255.0, 1 / GAMMA) * 255 / most;
        return new Colour(scaled(light.red(), factor), scaled(light.green(), factor), scaled(light.blue(), factor));
    }

    private static int scaled(int channel, double factor) {
        return (int) Math.min(255, Math.round(channel * factor));
    }
}
