package app.ampel.domain.light.model.thingm;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.Heartbeat;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * ThingM blink(1) from mk2 on. Effects are lines of a pattern in its memory, never saved to its flash. See blink1.md.
 */
public final class Blink1 extends Family {

    static final UsbId ID = new UsbId(0x27b8, 0x01ed);
    static final Duration DARK_AFTER = Duration.ofSeconds(25);
    static final Duration BEAT = Duration.ofSeconds(10);

    /** Its 32nd and last line stays black: what it plays when we have fallen silent. */
    private static final int BLACK_LINE = 31;

    /** 10 ms, the shortest fade: a line of zero time and no colour would be skipped. */
    private static final int JUMP = 1;

    private static final int SOFT = 10;

    public Blink1() {
        super("blink1", "blink(1)", Transport.HID_FEATURE, Confidence.AGREED, ID);
    }

    @Override
    public boolean matches(UsbIdentity device) {
        return super.matches(device) && !isMk1(device);
    }

    @Override
    public String nameOf(UsbIdentity device) {
        return switch (generation(device)) {
            case '2' -> "blink(1) mk2";
            case '3' -> "blink(1) mk3";
            default -> name();
        };
    }

    /** The serial number begins with the generation. */
    static boolean isMk1(UsbIdentity device) {
        char generation = generation(device);
        return generation == '0' || generation == '1';
    }

    private static char generation(UsbIdentity device) {
        return device.serial().isEmpty() ? '?' : device.serial().charAt(0);
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(command.colour().isDark() ? off() : fade(colour, SOFT));
            case BLINK ->
                Program.once(pattern(List.of(
                        line(colour, JUMP, 0),
                        line(colour, centis(Played.HALF_BLINK) - JUMP, 1),
                        line(Colour.BLACK, JUMP, 2),
                        line(Colour.BLACK, centis(Played.HALF_BLINK) - JUMP, 3))));
            case PULSE ->
                Program.once(pattern(List.of(
                        line(colour, centis(Played.HALF_PULSE), 0),
                        line(colour.dimmedTo(Played.DIM_PERCENT), centis(Played.HALF_PULSE), 1))));
            case DOUBLE_BLINK ->
                Program.once(pattern(List.of(
                        line(colour, JUMP, 0),
                        line(colour, centis(Played.FLASH) - JUMP, 1),
                        line(Colour.BLACK, JUMP, 2),
                        line(Colour.BLACK, centis(Played.FLASH) - JUMP, 3),
                        line(colour, JUMP, 4),
                        line(colour, centis(Played.FLASH) - JUMP, 5),
                        line(Colour.BLACK, JUMP, 6),
                        line(Colour.BLACK, centis(Played.PAUSE) - JUMP, 7))));
        };
    }

    /** Lines for both LEDs, stored in its memory, and played for ever. */
    private static List<Report> pattern(List<Report> lines) {
        List<Report> all = new ArrayList<>();
        all.add(bothLeds());
        all.addAll(lines);
        all.add(report('p', 1, 0, lines.size() - 1, 0));
        return all;
    }

    @Override
    public List<Report> arming() {
        return List.of(bothLeds(), line(Colour.BLACK, SOFT, BLACK_LINE));
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(new Heartbeat(List.of(serverDown(true, BLACK_LINE)), BEAT, false));
    }

    @Override
    public Optional<Duration> darkAfter() {
        return Optional.of(DARK_AFTER);
    }

    /** Disarmed as well: another program's colour must not go out 25 s after we left. */
    @Override
    public List<Report> farewell() {
        return List.of(off(), serverDown(false, BLACK_LINE));
    }

    static Report off() {
        return report('n', 0, 0, 0);
    }

    static Report fade(Colour colour, int centis) {
        return report('c', colour.red(), colour.green(), colour.blue(), centis >> 8, centis & 0xff);
    }

    static Report line(Colour colour, int centis, int position) {
        return report('P', colour.red(), colour.green(), colour.blue(), centis >> 8, centis & 0xff, position);
    }

    /** The third argument keeps the colour: without it every heartbeat would switch the light off. */
    static Report serverDown(boolean on, int blackLine) {
        int centis = on ? centis(DARK_AFTER) : 0;
        return report('D', on ? 1 : 0, centis >> 8, centis & 0xff, 1, blackLine, blackLine);
    }

    static int centis(Duration time) {
        return Math.toIntExact(time.toMillis() / 10);
    }

    private static Report bothLeds() {
        return report('l', 0);
    }

    /** The only way to a report: saving to flash ('W') and the boot loader ('G') are not among the letters. */
    private static Report report(char letter, int... arguments) {
        if ("cnPpDl".indexOf(letter) < 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "never sent: %c", letter));
        }
        int[] bytes = new int[arguments.length + 1];
        bytes[0] = letter;
        System.arraycopy(arguments, 0, bytes, 1, arguments.length);
        return Report.feature(1, 8, bytes);
    }
}
