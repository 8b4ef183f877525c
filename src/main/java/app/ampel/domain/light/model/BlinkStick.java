package app.ampel.domain.light.model;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import app.ampel.domain.light.UsbIdentity;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BlinkStick, all of them: one id, told apart by the serial number and the release. A frame sets all LEDs of a channel at
 * once, in the order green, red, blue; report 1 the first LED, in the order red, green, blue. See blinkstick.md.
 */
final class BlinkStick extends Family {

    private static final UsbId ID = new UsbId(0x20a0, 0x41e5);
    private static final Pattern GENERATION = Pattern.compile("BS\\d+-(\\d)\\..*");

    /** Frames by what they are sent in. */
    private enum Frame {
        NONE(0, 0),
        EIGHT(6, 8),
        THIRTY_TWO(8, 32),
        SIXTY_FOUR(9, 64);

        private final int reportId;
        private final int leds;

        Frame(int reportId, int leds) {
            this.reportId = reportId;
            this.leds = leds;
        }
    }

    private final Predicate<UsbIdentity> which;
    private final Frame frame;
    private final boolean single;

    private BlinkStick(String key, String name, Predicate<UsbIdentity> which, Frame frame, boolean single) {
        super(key, name, Transport.HID_FEATURE, Confidence.AGREED, ID);
        this.which = which;
        this.frame = frame;
        this.single = single;
    }

    /** The last one is for every BlinkStick that is none of the others: report 1 is known to all. */
    static List<BlinkStick> all() {
        return List.of(
                third("blinkstick-square", "BlinkStick Square", 0x0200, Frame.EIGHT),
                third("blinkstick-strip", "BlinkStick Strip", 0x0201, Frame.EIGHT),
                third("blinkstick-nano", "BlinkStick Nano", 0x0202, Frame.EIGHT),
                third("blinkstick-flex", "BlinkStick Flex", 0x0203, Frame.THIRTY_TWO),
                new BlinkStick(
                        "blinkstick-pro",
                        "BlinkStick Pro",
                        device -> generation(device).equals("2"),
                        Frame.SIXTY_FOUR,
                        true),
                new BlinkStick("blinkstick", "BlinkStick", device -> true, Frame.NONE, true));
    }

    private static BlinkStick third(String key, String name, int release, Frame frame) {
        return new BlinkStick(
                key, name, device -> generation(device).equals("3") && device.release() == release, frame, false);
    }

    private static String generation(UsbIdentity device) {
        Matcher serial = GENERATION.matcher(device.serial());
        return serial.matches() ? serial.group(1) : "";
    }

    @Override
    public boolean matches(UsbIdentity device) {
        return super.matches(device) && which.test(device);
    }

    @Override
    public Program encode(LightCommand command) {
        return Played.all(command, this::solid);
    }

    /** A Pro may have a strip on its first channel or a single RGB LED: it gets both. */
    private List<Report> solid(Colour colour) {
        List<Report> reports = new ArrayList<>();
        if (frame != Frame.NONE) {
            reports.add(frame(colour));
        }
        if (single) {
            reports.add(Report.feature(1, 3, colour.red(), colour.green(), colour.blue()));
        }
        return reports;
    }

    private Report frame(Colour colour) {
        int[] bytes = new int[1 + 3 * frame.leds];
        for (int led = 0; led < frame.leds; led++) {
            bytes[1 + 3 * led] = colour.green();
            bytes[2 + 3 * led] = colour.red();
            bytes[3 + 3 * led] = colour.blue();
        }
        return Report.feature(frame.reportId, bytes.length, bytes);
    }
}
