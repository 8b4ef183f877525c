package app.ampel.domain.light.model;

import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.model.kit.ColourLines;
import app.ampel.domain.light.model.kit.Family;
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
    public Optional<SerialProfile> serialProfile() {
        return Optional.of(SerialProfile.silent(115_200));
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
