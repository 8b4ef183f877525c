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
import app.ampel.domain.light.model.kit.Scale;
import java.util.List;

/** Dream Cheeky's webmail notifier, with five bits a channel. See notifiers.md. */
final class DreamCheeky extends Family {

    private static final int MOST = 31;

    DreamCheeky() {
        super(
                "dream-cheeky",
                "Dream Cheeky Webmail Notifier",
                Transport.HID_FEATURE,
                Confidence.DISPUTED,
                new UsbId(0x1d34, 0x0004));
    }

    @Override
    public List<Report> arming() {
        return List.of(Report.feature(0, 8, 0x1f, 0x02, 0x00, 0x5f, 0x00, 0x00, 0x1a, 0x03));
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.all(command, DreamCheeky::solid);
    }

    private static List<Report> solid(Colour colour) {
        return List.of(Report.feature(
                0,
                8,
                Scale.to(MOST, colour.red()),
                Scale.to(MOST, colour.green()),
                Scale.to(MOST, colour.blue()),
                0x00,
                0x00,
                0x00,
                0x1a,
                0x05));
    }
}
