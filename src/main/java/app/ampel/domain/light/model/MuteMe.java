package app.ampel.domain.light.model;

import app.ampel.domain.light.Button;
import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Hue;
import app.ampel.domain.light.model.kit.Played;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * MuteMe and MuteMe Mini: one byte, a bit for each of red, green and blue and a way of showing them. Other bytes than the
 * ones that can be made here hang it or start its boot loader. See muteme.md.
 */
final class MuteMe extends Family {

    private static final UsbId PROTOTYPE = new UsbId(0x16c0, 0x27db);
    private static final int HALF = 128;
    private static final int TOUCHED_AT = 3;
    private static final int TOUCHED = 4;

    /** It is slow to take in what it is told. */
    private static final Duration PACE = Duration.ofMillis(250);

    private static final Duration FLASH = Duration.ofMillis(300);
    private static final Duration PAUSE = Duration.ofMillis(1100);

    private enum Manner {
        FULL(0x00),
        DIM(0x10),
        FAST_PULSE(0x20),
        SLOW_PULSE(0x30);

        private final int code;

        Manner(int code) {
            this.code = code;
        }
    }

    MuteMe() {
        super(
                "muteme",
                "MuteMe",
                Transport.HID_OUTPUT,
                Confidence.AGREED,
                PROTOTYPE,
                new UsbId(0x20a0, 0x42da),
                new UsbId(0x20a0, 0x42db),
                new UsbId(0x3603, 0x0001),
                new UsbId(0x3603, 0x0002),
                new UsbId(0x3603, 0x0003),
                new UsbId(0x3603, 0x0004));
    }

    /** Half the world's hobby boards have the id of the prototypes. */
    @Override
    public List<String> wordsFor(UsbId id) {
        return id.equals(PROTOTYPE) ? List.of("muteme") : List.of();
    }

    @Override
    public String nameOf(UsbIdentity device) {
        return device.product().toLowerCase(Locale.ROOT).contains("mini") ? "MuteMe Mini" : name();
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(steady(colour));
            case BLINK -> Program.once(report(colour, Manner.FAST_PULSE));
            case PULSE -> Program.once(report(colour, Manner.SLOW_PULSE));
            case DOUBLE_BLINK -> Played.doubleBlink(colour, shade -> List.of(steady(shade)), FLASH, PAUSE);
        };
    }

    private static Report steady(Colour colour) {
        return report(colour, Hue.brightest(colour) < HALF ? Manner.DIM : Manner.FULL);
    }

    private static Report report(Colour colour, Manner manner) {
        Hue hue = Hue.of(colour);
        return Report.output(0, 8, hue == Hue.DARK ? 0 : hue.bits() | manner.code);
    }

    @Override
    public Optional<Button> button() {
        return Optional.of(report -> report.length > TOUCHED_AT && report[TOUCHED_AT] == TOUCHED);
    }
}
