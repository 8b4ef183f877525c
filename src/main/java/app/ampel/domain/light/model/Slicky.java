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

/** Lexcelon's Slicky: one colour, which it keeps; its button tells nothing. See slicky.md. */
final class Slicky extends Family {

    private static final int LENGTH = 64;
    private static final int SET = 0x0a;
    private static final int OF_SET = 4;

    Slicky() {
        super("slicky", "Lexcelon Slicky", Transport.HID_OUTPUT, Confidence.SINGLE_SOURCE, new UsbId(0x04d8, 0xec24));
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.all(command, Slicky::solid);
    }

    private static List<Report> solid(Colour colour) {
        return List.of(Report.output(0, LENGTH, SET, OF_SET, 0, 0, 0, colour.blue(), colour.green(), colour.red()));
    }
}
