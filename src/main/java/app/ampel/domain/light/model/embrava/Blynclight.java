package app.ampel.domain.light.model.embrava;

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

/** Embrava's lights and what others sell under their own name: red, blue, green, and a byte of switches. See embrava.md. */
public final class Blynclight extends Family {

    private static final int EMBRAVA = 0x2c0d;
    private static final int EARLIER = 0x0e53;

    private static final int DARK = 0x01;
    private static final int FLASH_SLOWLY = 0x04 | 0x08;

    private Blynclight(String key, String name, Confidence confidence, UsbId... ids) {
        super(key, name, Transport.HID_OUTPUT, confidence, ids);
    }

    public static List<Blynclight> all() {
        return List.of(
                new Blynclight(
                        "blynclight",
                        "Embrava Blynclight",
                        Confidence.AGREED,
                        new UsbId(EMBRAVA, 0x0001),
                        new UsbId(EMBRAVA, 0x000c),
                        new UsbId(EARLIER, 0x2516)),
                new Blynclight(
                        "blynclight-plus",
                        "Embrava Blynclight Plus",
                        Confidence.AGREED,
                        new UsbId(EMBRAVA, 0x0002),
                        new UsbId(EMBRAVA, 0x0010)),
                new Blynclight(
                        "blynclight-mini",
                        "Embrava Blynclight Mini",
                        Confidence.AGREED,
                        new UsbId(EMBRAVA, 0x0003),
                        new UsbId(EMBRAVA, 0x000a),
                        new UsbId(EARLIER, 0x2517),
                        new UsbId(EARLIER, 0x2519)),
                new Blynclight(
                        "blynclight-embedded",
                        "Embrava Embedded",
                        Confidence.SINGLE_SOURCE,
                        new UsbId(EMBRAVA, 0x0009)),
                new Blynclight(
                        "plantronics",
                        "Plantronics Status Indicator",
                        Confidence.SINGLE_SOURCE,
                        new UsbId(0x047f, 0xd005)));
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(solid(colour));
            case BLINK -> Program.once(report(colour, FLASH_SLOWLY));
            case PULSE -> Played.steppedPulse(colour, Blynclight::solid);
            case DOUBLE_BLINK -> Played.doubleBlink(colour, Blynclight::solid);
        };
    }

    private static List<Report> solid(Colour colour) {
        return List.of(report(colour, colour.isDark() ? DARK : 0));
    }

    /** Bytes 4 and 5, for sounds, stay zero. */
    private static Report report(Colour colour, int switches) {
        return Report.output(0, 8, colour.red(), colour.blue(), colour.green(), switches, 0, 0, 0xff, 0x22);
    }
}
