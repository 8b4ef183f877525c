package app.ampel.domain.light.model.embrava;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Hue;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;
import java.util.OptionalInt;

/** The second Blynclight on a Tenx chip: each colour is a reset and a code. See blyncusb.md. */
public final class BlyncUsb20 extends Family {

    private static final int RESET = 0x73;

    public BlyncUsb20() {
        super(
                "blyncusb20",
                "Blynclight BLYNCUSB20",
                Transport.HID_OUTPUT,
                Confidence.SINGLE_SOURCE,
                new UsbId(0x1130, 0x1e00));
    }

    @Override
    public OptionalInt lampInterface() {
        return OptionalInt.of(1);
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.onAndOff(command, BlyncUsb20::solid);
    }

    private static List<Report> solid(Colour colour) {
        int code = switch (Hue.of(colour)) {
            case DARK -> RESET;
            case RED -> 0x60;
            case GREEN -> 0xd8;
            case BLUE -> 0x35;
            case YELLOW -> 0x40;
            case MAGENTA -> 0x20;
            case CYAN -> 0x17;
            case WHITE -> 0x07;
        };
        return List.of(report(RESET), report(code));
    }

    private static Report report(int code) {
        return Report.output(0, 64, code);
    }
}
