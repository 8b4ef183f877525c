package app.ampel.domain.light.model;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Busy Tag: seven LEDs behind AT commands. Its patterns are kept in its memory card's settings, so effects are played by
 * Ampel. See busytag.md.
 */
final class BusyTag extends Family {

    private static final int ALL_LEDS = 0x7f;

    BusyTag() {
        super("busytag", "Busy Tag", Transport.SERIAL, Confidence.DISPUTED, new UsbId(0x303a, 0x81df));
    }

    @Override
    public Optional<SerialProfile> serialProfile() {
        return Optional.of(new SerialProfile(
                1_500_000, false, true, Optional.empty(), new SerialProfile.Answers.Word("OK", "ERROR")));
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
