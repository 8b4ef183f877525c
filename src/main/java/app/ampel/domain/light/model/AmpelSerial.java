package app.ampel.domain.light.model;

import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.model.kit.ColourLines;
import app.ampel.domain.light.model.kit.Family;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A light that speaks our own line protocol over a serial port, version 1; see protocol.md and ampel-serial.md. It is
 * added by the user and never found by its USB ids: those belong to the board, not to the light.
 */
public final class AmpelSerial extends Family {

    private static final int NO_FADE = 0;
    private static final int WATCHDOG_SECONDS = 30;

    public AmpelSerial() {
        super("serial", "Ampel serial light", Transport.SERIAL, Confidence.AGREED);
    }

    /**
     * RTS is lowered; with DTR left up the port's closing does not lower it on Linux, and later openings do not reset the
     * board. A hello begins with a line end, in case that somebody's half line is waiting there.
     */
    @Override
    public Optional<SerialProfile> serialProfile() {
        return Optional.of(new SerialProfile(
                115_200,
                true,
                false,
                Optional.of(new SerialProfile.Greeting("\n?\n", "OK USBLIGHT 1")),
                new SerialProfile.Answers.Echo()));
    }

    @Override
    public Program encode(LightCommand command) {
        return ColourLines.program(command, NO_FADE);
    }

    @Override
    public List<Report> arming() {
        return List.of(
                ColourLines.line(String.format(Locale.ROOT, "W%03d", WATCHDOG_SECONDS)), ColourLines.line("L255"));
    }

    /** A question for its state: also while dark, because a board that was reset forgot its watchdog. */
    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(new Heartbeat(List.of(ColourLines.line("G")), Duration.ofSeconds(10), true));
    }

    @Override
    public Optional<Duration> darkAfter() {
        return Optional.of(Duration.ofSeconds(WATCHDOG_SECONDS));
    }

    /** The light is dark and stays so; it need not fade. */
    @Override
    public List<Report> farewell() {
        return List.of(ColourLines.solid(LightCommand.OFF.colour()));
    }
}
