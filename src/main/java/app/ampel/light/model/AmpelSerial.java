package app.ampel.light.model;

import app.ampel.light.Colour;
import app.ampel.light.Heartbeat;
import app.ampel.light.LightCommand;
import app.ampel.light.LightModel;
import app.ampel.light.Program;
import app.ampel.light.Report;
import app.ampel.light.Transport;
import app.ampel.light.UsbId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A light that speaks our own line protocol over a serial port, version 1; see protocol.md and ampel-serial.md. It is
 * added by the user and never found by its USB ids: those belong to the board, not to the light.
 */
public final class AmpelSerial implements LightModel {

    private static final int NO_FADE = 0;
    private static final int WATCHDOG_SECONDS = 30;

    @Override
    public String key() {
        return "serial";
    }

    @Override
    public String name() {
        return "Ampel serial light";
    }

    @Override
    public Transport transport() {
        return Transport.SERIAL;
    }

    @Override
    public List<UsbId> ids() {
        return List.of();
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(fade(NO_FADE), line(hex(colour)));
            case BLINK ->
                Program.once(
                        fade(NO_FADE),
                        line("B" + step(colour, Played.HALF_BLINK) + step(Colour.BLACK, Played.HALF_BLINK)));
            case PULSE ->
                Program.once(
                        fade(Math.toIntExact(Played.HALF_PULSE.toMillis())),
                        line("B" + step(colour, Played.HALF_PULSE)
                                + step(colour.dimmedTo(Played.DIM_PERCENT), Played.HALF_PULSE)));
            case DOUBLE_BLINK ->
                Program.once(
                        fade(NO_FADE),
                        line("B" + step(colour, Played.FLASH)
                                + step(Colour.BLACK, Played.FLASH)
                                + step(colour, Played.FLASH)
                                + step(Colour.BLACK, Played.PAUSE)));
        };
    }

    @Override
    public List<Report> arming() {
        return List.of(line(String.format(Locale.ROOT, "W%03d", WATCHDOG_SECONDS)), line("L255"));
    }

    /** A question for its state: also while dark, because a board that was reset forgot its watchdog. */
    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(new Heartbeat(List.of(line("G")), Duration.ofSeconds(10), true));
    }

    @Override
    public Optional<Duration> darkAfter() {
        return Optional.of(Duration.ofSeconds(WATCHDOG_SECONDS));
    }

    /** The light is dark and stays so; it need not fade. */
    @Override
    public List<Report> farewell() {
        return List.of(line(hex(Colour.BLACK)));
    }

    private static Report fade(int millis) {
        return line(String.format(Locale.ROOT, "F%04d", millis));
    }

    private static String step(Colour colour, Duration time) {
        return String.format(Locale.ROOT, "%s-%04d", hex(colour), time.toMillis());
    }

    private static String hex(Colour colour) {
        return colour.toString().toUpperCase(Locale.ROOT);
    }

    /** P would put a fit-statUSB, whose protocol ours extends, into its firmware update mode. */
    private static Report line(String text) {
        if ("#BFLWG".indexOf(text.charAt(0)) < 0) {
            throw new IllegalArgumentException("never sent: " + text);
        }
        return Report.text(Transport.SERIAL, text + "\n");
    }
}
