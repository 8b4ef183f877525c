package app.ampel.domain.light.model.kuando;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.UsbInterface;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import app.ampel.domain.light.model.kit.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Kuando Busylight Alpha, UC and Omega (Plenom). A report is a program of seven steps and a checksum, and the light
 * goes dark by itself when it is not kept alive. The Kuando Box (27bb:3bcc) and the boot loader (27bb:3bc0) are not
 * lights and not ours. See kuando.md.
 */
public final class KuandoBusylight extends Family {

    static final int LENGTH = 64;
    private static final int BRIGHTEST = 100;
    private static final int STEP = 8;
    private static final int STEPS = 7;
    private static final int JUMP = 0x10;
    private static final int KEEP_ALIVE = 0x80;
    private static final int KEEP_ALIVE_SECONDS = 15;

    /** Percent of brightness in the seven steps of a pulse, 0.3 s each. */
    private static final int[] PULSE = {100, 75, 45, 15, 15, 45, 75};

    private static final int PULSE_STEP = 3;

    public KuandoBusylight() {
        super(
                "kuando",
                "Kuando Busylight",
                Transport.HID_OUTPUT,
                Confidence.AGREED,
                new UsbId(0x27bb, 0x3bca),
                new UsbId(0x27bb, 0x3bcb),
                new UsbId(0x27bb, 0x3bcd),
                new UsbId(0x27bb, 0x3bce),
                new UsbId(0x27bb, 0x3bcf));
    }

    /** One source says that an UC takes the short report of its predecessor; where its length is known, that counts. */
    @Override
    public boolean isLamp(UsbInterface part) {
        return part.outputLength().orElse(LENGTH) >= LENGTH;
    }

    @Override
    public String nameOf(UsbIdentity device) {
        return switch (device.id().product()) {
            case 0x3bca, 0x3bce -> "Kuando Busylight Alpha";
            case 0x3bcb -> "Kuando Busylight UC";
            case 0x3bcd, 0x3bcf -> "Kuando Busylight Omega";
            default -> name();
        };
    }

    @Override
    public Program encode(LightCommand command) {
        int[] bytes = new int[LENGTH];
        Colour colour = command.colour();
        switch (command.effect()) {
            case SOLID -> step(bytes, 0, 0, colour, 0, 0);
            case BLINK -> step(bytes, 0, 0, colour, tenths(Played.HALF_BLINK), tenths(Played.HALF_BLINK));
            case PULSE -> {
                for (int i = 0; i < STEPS; i++) {
                    step(bytes, i, (i + 1) % STEPS, colour.dimmedTo(PULSE[i]), PULSE_STEP, 0);
                }
            }
            case DOUBLE_BLINK -> {
                step(bytes, 0, 1, colour, tenths(Played.FLASH), tenths(Played.FLASH));
                step(bytes, 1, 0, colour, tenths(Played.FLASH), tenths(Played.PAUSE));
            }
        }
        return Program.once(sealed(bytes));
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        int[] bytes = new int[LENGTH];
        bytes[0] = KEEP_ALIVE | KEEP_ALIVE_SECONDS;
        return Optional.of(new Heartbeat(List.of(sealed(bytes)), Duration.ofSeconds(5), false));
    }

    @Override
    public Optional<Duration> darkAfter() {
        return Optional.of(Duration.ofSeconds(KEEP_ALIVE_SECONDS));
    }

    /** Shows a colour and jumps on; of the operations of a step only this one is ever written here. */
    private static void step(int[] bytes, int number, int next, Colour colour, int on, int off) {
        int at = number * STEP;
        bytes[at] = JUMP | next;
        bytes[at + 1] = 1;
        bytes[at + 2] = Scale.to(BRIGHTEST, colour.red());
        bytes[at + 3] = Scale.to(BRIGHTEST, colour.green());
        bytes[at + 4] = Scale.to(BRIGHTEST, colour.blue());
        bytes[at + 5] = on;
        bytes[at + 6] = off;
    }

    private static int tenths(Duration time) {
        return Math.toIntExact(time.toMillis() / 100);
    }

    private static Report sealed(int[] bytes) {
        for (int i = LENGTH - 6; i < LENGTH - 2; i++) {
            bytes[i] = 0xff;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 2; i++) {
            sum += bytes[i];
        }
        bytes[LENGTH - 2] = sum >> 8;
        bytes[LENGTH - 1] = sum & 0xff;
        return Report.output(0, LENGTH, bytes);
    }
}
