package app.ampel.domain.light.model;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;

/** EPOS (Sennheiser) UI 20 BL: a colour twice, and whether it is lit. See epos.md. */
final class Epos extends Family {

    private static final int LIGHT = 0x12;
    private static final int COLOURS = 0x02;

    Epos() {
        super("epos", "EPOS UI 20 BL", Transport.HID_OUTPUT, Confidence.DISPUTED, new UsbId(0x1395, 0x0074));
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.all(command, Epos::solid);
    }

    private static List<Report> solid(Colour colour) {
        int red = colour.red();
        int green = colour.green();
        int blue = colour.blue();
        int lit = colour.isDark() ? 0 : 1;
        return List.of(Report.output(1, 9, LIGHT, COLOURS, red, green, blue, red, green, blue, lit));
    }
}
