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

/** The first Blynclight, on a Tenx chip: seven colours, behind the second of two interfaces. See blyncusb.md. */
public final class BlyncUsb10 extends Family {

    public BlyncUsb10() {
        super(
                "blyncusb10",
                "Blynclight BLYNCUSB10",
                Transport.HID_OUTPUT,
                Confidence.DISPUTED,
                new UsbId(0x1130, 0x0001),
                new UsbId(0x1130, 0x0002));
    }

    @Override
    public OptionalInt lampInterface() {
        return OptionalInt.of(1);
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.onAndOff(command, BlyncUsb10::solid);
    }

    private static List<Report> solid(Colour colour) {
        int code = switch (Hue.of(colour)) {
            case DARK -> 0xff;
            case RED -> 0xef;
            case GREEN -> 0xdf;
            case BLUE -> 0xbf;
            case YELLOW -> 0xcf;
            case MAGENTA -> 0xaf;
            case CYAN -> 0x9f;
            case WHITE -> 0x8f;
        };
        return List.of(Report.output(0, 8, 'U', 'S', 'B', 'C', 0x00, 0x40, 0x02, code));
    }
}
