package app.ampel.domain.light.model.thingm;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first blink(1): one LED that wants its colours gamma-corrected, and twelve lines that it can only play all at
 * once. They are kept black for the case that we fall silent, so its effects are played by Ampel. See blink1.md.
 */
public final class Blink1Mk1 extends Family {

    private static final int LINES = 12;
    private static final int SOFT = 10;
    private static final int JUMP = 1;
    private static final double GAMMA = 2.2;

    public Blink1Mk1() {
        super("blink1-mk1", "blink(1) mk1", Transport.HID_FEATURE, Confidence.AGREED, Blink1.ID);
    }

    @Override
    public boolean matches(UsbIdentity device) {
        return super.matches(device) && Blink1.isMk1(device);
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(colour.isDark() ? Blink1.off() : fade(colour, SOFT));
            case BLINK -> Played.blink(colour, shade -> List.of(fade(shade, JUMP)));
            case PULSE -> Played.pulse(colour, shade -> List.of(fade(shade, Blink1.centis(Played.HALF_PULSE))));
            case DOUBLE_BLINK -> Played.doubleBlink(colour, shade -> List.of(fade(shade, JUMP)));
        };
    }

    @Override
    public List<Report> arming() {
        return IntStream.range(0, LINES)
                .mapToObj(position -> Blink1.line(Colour.BLACK, SOFT, position))
                .toList();
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(new Heartbeat(List.of(Blink1.serverDown(true, 0)), Blink1.BEAT, false));
    }

    @Override
    public Optional<Duration> darkAfter() {
        return Optional.of(Blink1.DARK_AFTER);
    }

    @Override
    public List<Report> farewell() {
        return List.of(Blink1.off(), Blink1.serverDown(false, 0));
    }

    private static Report fade(Colour colour, int centis) {
        Colour corrected = new Colour(corrected(colour.red()), corrected(colour.green()), corrected(colour.blue()));
        return Blink1.fade(corrected, centis);
    }

    /** What is lit stays lit. */
    private static int corrected(int channel) {
        int corrected = (int) Math.round(255 * Math.pow(channel / 255.0, GAMMA));
        return channel == 0 ? 0 : Math.max(1, corrected);
    }
}
