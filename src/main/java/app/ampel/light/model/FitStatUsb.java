package app.ampel.light.model;

import app.ampel.light.Confidence;
import app.ampel.light.LightCommand;
import app.ampel.light.Program;
import app.ampel.light.Report;
import app.ampel.light.SerialWay;
import app.ampel.light.Transport;
import app.ampel.light.UsbId;
import java.util.List;
import java.util.Optional;

/** CompuLab fit-statUSB: lines of text, to which it says nothing that is waited for. See fit-statusb.md. */
final class FitStatUsb extends Family {

    /** The shortest fade that it knows, which is none. */
    private static final int AT_ONCE = 1;

    FitStatUsb() {
        super("fit-statusb", "fit-statUSB", Transport.SERIAL, Confidence.AGREED, new UsbId(0x2047, 0x03df));
    }

    /** It takes any speed. */
    @Override
    public Optional<SerialWay> serialWay() {
        return Optional.of(SerialWay.silent(115_200));
    }

    @Override
    public Program encode(LightCommand command) {
        return ColourLines.program(command, AT_ONCE);
    }

    /** The light is dark and stays so; it need not fade. */
    @Override
    public List<Report> farewell() {
        return List.of(ColourLines.solid(LightCommand.OFF.colour()));
    }
}
