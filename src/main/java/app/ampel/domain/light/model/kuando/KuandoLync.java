package app.ampel.domain.light.model.kuando;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbInterface;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The first Busylight, for Lync. It goes dark half a minute after it was last told its colour, so it is told again. See
 * kuando.md.
 */
public final class KuandoLync extends Family {

    static final UsbId ID = new UsbId(0x04d8, 0xf848);
    private static final UsbId UC = new UsbId(0x27bb, 0x3bcb);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    public KuandoLync() {
        super("kuando-lync", "Kuando Busylight for Lync", Transport.HID_OUTPUT, Confidence.DISPUTED, ID, UC);
    }

    /**
     * Where the length of its reports is not known, the two sources that agree on the short one count; for an UC the
     * maker's specification does.
     */
    @Override
    public boolean isLamp(UsbInterface part) {
        int unknown = part.device().id().equals(UC) ? KuandoBusylight.LENGTH : 0;
        return part.outputLength().orElse(unknown) < KuandoBusylight.LENGTH;
    }

    @Override
    public Program encode(LightCommand command) {
        if (command.equals(LightCommand.OFF)) {
            return Program.once(report(Colour.BLACK));
        }
        return switch (command.effect()) {
            case SOLID -> Program.again(AGAIN, report(command.colour()));
            case BLINK, PULSE, DOUBLE_BLINK -> Played.all(command, colour -> List.of(report(colour)));
        };
    }

    @Override
    public Optional<Duration> darkAfter() {
        return Optional.of(Duration.ofSeconds(30));
    }

    private static Report report(Colour colour) {
        return Report.output(0, 8, 0, 0, colour.red(), colour.green(), colour.blue());
    }
}
