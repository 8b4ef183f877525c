package app.ampel.domain.light.model;

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

/** Riso Kagaku's webmail notifier, also sold by DealExtreme: the number of a colour. See notifiers.md. */
final class Riso extends Family {

    Riso() {
        super(
                "riso-kagaku",
                "Riso Kagaku Webmail Notifier",
                Transport.HID_OUTPUT,
                Confidence.DISPUTED,
                new UsbId(0x1294, 0x1320));
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.onAndOff(command, Riso::solid);
    }

    private static List<Report> solid(Colour colour) {
        int number = switch (Hue.of(colour)) {
            case DARK -> 0;
            case GREEN -> 1;
            case RED -> 2;
            case BLUE -> 3;
            case CYAN -> 4;
            case YELLOW -> 5;
            case MAGENTA -> 6;
            case WHITE -> 7;
        };
        return List.of(Report.output(0, 5, number));
    }
}
