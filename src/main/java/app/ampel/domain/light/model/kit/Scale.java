package app.ampel.domain.light.model.kit;

/** Channels of lights whose brightest is not 255. */
public final class Scale {

    private Scale() {}

    /** Rounded to the nearest, but what is lit stays lit. */
    public static int to(int most, int channel) {
        return channel == 0 ? 0 : Math.max(1, Math.round(channel * (float) most / 255));
    }
}
