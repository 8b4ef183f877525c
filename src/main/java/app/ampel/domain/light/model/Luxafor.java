package app.ampel.domain.light.model;

import app.ampel.domain.light.Button;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Luxafor Flag, Orb, Mute, Bluetooth dongle, Colorblind and Smart Button: one id, one protocol. See luxafor.md. */
final class Luxafor extends Family {

    private static final String MUTE = "Luxafor Mute";
    private static final byte BUTTON = (byte) 0x83;
    private static final int STATIC = 0x01;
    private static final int FADE = 0x02;
    private static final int STROBE = 0x03;
    private static final int ALL_LEDS = 0xff;
    private static final int STROBE_SPEED = 50;
    private static final int FADE_TIME = 100;

    Luxafor() {
        super("luxafor", "Luxafor Flag", Transport.HID_OUTPUT, Confidence.AGREED, new UsbId(0x04d8, 0xf372));
    }

    /** The product's name is the only thing that tells these lights apart; without permission it may be missing. */
    @Override
    public String nameOf(UsbIdentity device) {
        String product = device.product().toUpperCase(Locale.ROOT);
        if (product.contains("ORB")) {
            return "Luxafor Orb";
        }
        if (product.contains("MUTE")) {
            return MUTE;
        }
        if (product.contains("BLUETOOTH") || product.matches(".*\\bBT\\b.*")) {
            return "Luxafor Bluetooth";
        }
        if (product.contains("COLORBLIND")) {
            return "Luxafor Colorblind";
        }
        if (product.contains("SMART")) {
            return "Luxafor Smart Button";
        }
        return name();
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(solid(colour));
            case BLINK -> Program.once(report(STROBE, colour, STROBE_SPEED));
            case PULSE -> Played.pulse(colour, shade -> List.of(report(FADE, shade, FADE_TIME)));
            case DOUBLE_BLINK -> Played.doubleBlink(colour, shade -> List.of(solid(shade)));
        };
    }

    /** The others never send such a report. */
    @Override
    public boolean hasButton(String name) {
        return name.equals(MUTE);
    }

    @Override
    public Optional<Button> button() {
        return Optional.of(report -> report.length > 1 && report[0] == BUTTON && report[1] == 1);
    }

    private static Report solid(Colour colour) {
        return report(STATIC, colour, 0);
    }

    /** A strobe's number of turns stays zero: for ever. */
    private static Report report(int command, Colour colour, int time) {
        return Report.output(0, 8, command, ALL_LEDS, colour.red(), colour.green(), colour.blue(), time);
    }
}
