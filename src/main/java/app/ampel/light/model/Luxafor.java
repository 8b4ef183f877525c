package app.ampel.light.model;

import app.ampel.light.Colour;
import app.ampel.light.LightCommand;
import app.ampel.light.LightModel;
import app.ampel.light.Program;
import app.ampel.light.Report;
import app.ampel.light.Transport;
import app.ampel.light.UsbId;
import app.ampel.light.UsbIdentity;
import java.util.List;
import java.util.Locale;

/** Luxafor Flag, Orb, Mute, Bluetooth dongle and Colorblind: one id, one protocol. See luxafor.md. */
public final class Luxafor implements LightModel {

    private static final int STATIC = 0x01;
    private static final int FADE = 0x02;
    private static final int STROBE = 0x03;
    private static final int ALL_LEDS = 0xff;
    private static final int STROBE_SPEED = 50;
    private static final int FADE_TIME = 100;

    @Override
    public String key() {
        return "luxafor";
    }

    @Override
    public String name() {
        return "Luxafor Flag";
    }

    @Override
    public Transport transport() {
        return Transport.HID_OUTPUT;
    }

    @Override
    public List<UsbId> ids() {
        return List.of(new UsbId(0x04d8, 0xf372));
    }

    /** The product's name is the only thing that tells these lights apart; without permission it may be missing. */
    @Override
    public String nameOf(UsbIdentity device) {
        String product = device.product().toUpperCase(Locale.ROOT);
        if (product.contains("ORB")) {
            return "Luxafor Orb";
        }
        if (product.contains("MUTE")) {
            return "Luxafor Mute";
        }
        if (product.contains("BLUETOOTH") || product.matches(".*\\bBT\\b.*")) {
            return "Luxafor Bluetooth";
        }
        if (product.contains("COLORBLIND")) {
            return "Luxafor Colorblind";
        }
        return name();
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(solid(colour));
            case BLINK -> Program.once(report(STROBE, colour, STROBE_SPEED));
            case PULSE -> Played.pulse(colour, shade -> report(FADE, shade, FADE_TIME));
            case DOUBLE_BLINK -> Played.doubleBlink(colour, Luxafor::solid);
        };
    }

    private static Report solid(Colour colour) {
        return report(STATIC, colour, 0);
    }

    /** A strobe's number of turns stays zero: for ever. */
    private static Report report(int command, Colour colour, int time) {
        return Report.output(0, 8, command, ALL_LEDS, colour.red(), colour.green(), colour.blue(), time);
    }
}
