package app.ampel.domain.light.model;

import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Hue;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;

/**
 * Cleware's USB traffic light: a red, a yellow and a green lamp. Colours between them light two, white all three. The
 * maker's switches for the mains have the same ids, so a light has to call itself one. See cleware.md.
 */
final class Cleware extends Family {

    private static final int RED = 1;
    private static final int YELLOW = 2;
    private static final int GREEN = 4;

    private static final int FIRST_LAMP = 0x10;
    private static final int SET = 0x0b;
    private static final int[] LEDS_OF_LAMP = {0x00f, 0x0f0, 0xf00};

    private final boolean fourth;

    private Cleware(String key, String name, boolean fourth, int product) {
        super(key, name, Transport.HID_OUTPUT, Confidence.SINGLE_SOURCE, new UsbId(0x0d50, product));
        this.fourth = fourth;
    }

    static List<LightModel> all() {
        return List.of(
                new Cleware("cleware", "Cleware USB traffic light", false, 0x0008),
                new Cleware("cleware-v4", "Cleware USB traffic light 4", true, 0x0030));
    }

    @Override
    public List<String> wordsFor(UsbId id) {
        return List.of("traffic", "ampel");
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.onAndOff(command, colour -> fourth ? all(lamps(Hue.of(colour))) : each(lamps(Hue.of(colour))));
    }

    private static int lamps(Hue hue) {
        return switch (hue) {
            case DARK -> 0;
            case RED -> RED;
            case YELLOW -> YELLOW;
            case GREEN -> GREEN;
            case MAGENTA -> RED | YELLOW;
            case BLUE, CYAN -> YELLOW | GREEN;
            case WHITE -> RED | YELLOW | GREEN;
        };
    }

    private static List<Report> each(int lamps) {
        return List.of(lamp(lamps, 0), lamp(lamps, 1), lamp(lamps, 2));
    }

    private static Report lamp(int lamps, int number) {
        return Report.output(0, 3, 0x00, FIRST_LAMP + number, lamps >> number & 1);
    }

    /** Four LEDs for each lamp: what to set them to, and which are meant, which is all of them. */
    private static List<Report> all(int lamps) {
        int value = 0;
        int mask = 0;
        for (int number = 0; number < LEDS_OF_LAMP.length; number++) {
            value |= (lamps >> number & 1) == 1 ? LEDS_OF_LAMP[number] : 0;
            mask |= LEDS_OF_LAMP[number];
        }
        return List.of(Report.output(0, 5, SET, value >> 8, value & 0xff, mask >> 8, mask & 0xff));
    }
}
