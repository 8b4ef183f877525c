package app.ampel.domain.light.model;

import app.ampel.service.lights.Colour;
import app.ampel.service.lights.Confidence;
import app.ampel.service.lights.LightCommand;
import app.ampel.service.lights.Program;
import app.ampel.service.lights.Report;
import app.ampel.service.lights.SerialWay;
import app.ampel.service.lights.Transport;
import app.ampel.service.lights.UsbId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Busy Tag: seven LEDs behind AT commands. Its patterns are kept in its memory card's settings, so effects are played by
 * the desk. See busytag.md.
 */
final class BusyTag extends Family {

    private static final int ALL_LEDS = 0x7f;

    BusyTag() {
        super("busytag", "Busy Tag", Transport.SERIAL, Confidence.DISPUTED, new UsbId(0x303a, 0x81df));
    }

    @Override
    public Optional<SerialWay> serialWay() {
        return Optional.of(
                new SerialWay(1_500_000, false, true, Optional.empty(), new SerialWay.Answers.Word("OK", "ERROR")));
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.all(command, BusyTag::solid);
    }

    /** The only command that there is a way to send: none that formats, resets or restarts. */
    private static List<Report> solid(Colour colour) {
        return List.of(Report.text(
                Transport.SERIAL,
                String.format(
                        Locale.ROOT,
                        "AT+SC=%d,%02X%02X%02X\n",
                        ALL_LEDS,
                        colour.red(),
                        colour.green(),
                        colour.blue())));
    }
}
