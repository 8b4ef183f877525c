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
import java.util.ArrayList;
import java.util.List;

/** Delcom USB HID Visual Indicator: three LEDs, each with its brightness; the report's id is the command. See delcom.md. */
final class Delcom extends Family {

    private static final int WRITE = 0x65;
    private static final int PINS = 0x0c;
    private static final int FLASH = 0x14;
    private static final int BRIGHTNESS = 0x22;

    private static final int GREEN = 0;
    private static final int RED = 1;
    private static final int BLUE = 2;
    private static final int ALL = 0b111;
    private static final int BRIGHTEST = 100;

    Delcom() {
        super(
                "delcom",
                "Delcom USB HID indicator",
                Transport.HID_FEATURE,
                Confidence.DISPUTED,
                new UsbId(0x0fc5, 0xb080));
    }

    @Override
    public Program encode(LightCommand command) {
        return switch (command.effect()) {
            case BLINK -> Program.once(flashing(command.colour()));
            case SOLID, PULSE, DOUBLE_BLINK -> Played.onAndOff(command, Delcom::solid);
        };
    }

    private static List<Report> solid(Colour colour) {
        List<Report> reports = new ArrayList<>();
        reports.add(write(FLASH, ALL, 0));
        reports.addAll(lit(colour));
        return reports;
    }

    private static List<Report> flashing(Colour colour) {
        int pins = pins(colour);
        List<Report> reports = new ArrayList<>(lit(colour));
        reports.add(write(FLASH, ALL & ~pins, pins));
        return reports;
    }

    /** The brightness of those that are lit, and which ones are. */
    private static List<Report> lit(Colour colour) {
        List<Report> reports = new ArrayList<>();
        if (!colour.isDark()) {
            reports.add(write(BRIGHTNESS, GREEN, Scale.to(BRIGHTEST, colour.green())));
            reports.add(write(BRIGHTNESS, RED, Scale.to(BRIGHTEST, colour.red())));
            reports.add(write(BRIGHTNESS, BLUE, Scale.to(BRIGHTEST, colour.blue())));
        }
        int pins = pins(colour);
        reports.add(write(PINS, pins, ALL & ~pins));
        return reports;
    }

    private static int pins(Colour colour) {
        return bit(GREEN, colour.green()) | bit(RED, colour.red()) | bit(BLUE, colour.blue());
    }

    private static int bit(int led, int channel) {
        return channel > 0 ? 1 << led : 0;
    }

    private static Report write(int command, int first, int second) {
        return Report.feature(WRITE, 7, command, first, second);
    }
}
