package app.ampel.domain.light.model;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Confidence;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.SerialProfile;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.model.kit.Family;
import app.ampel.domain.light.model.kit.Played;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A board with WLED, over its USB port. It is added by the user and asked for its version before it is told anything:
 * most letters mean something to it, down to another baud rate. See wled.md.
 */
final class Wled extends Family {

    private static final int SOLID = 0;
    private static final int BLINK = 1;
    private static final int BREATHE = 2;

    /** A turn of one second. */
    private static final int BLINK_SPEED = 207;

    /** A turn of two seconds. */
    private static final int BREATHE_SPEED = 184;

    private static final Report DARK = line("{\"on\":false,\"tt\":0}");

    private final boolean answers;

    Wled() {
        this(true);
    }

    /** @param answers false: some cannot, and are told at once, whatever they are */
    Wled(boolean answers) {
        super("wled", "WLED", Transport.SERIAL, Confidence.SINGLE_SOURCE);
        this.answers = answers;
    }

    /** Both lines stay up: on many of these boards one of them alone holds the processor or its button down. */
    @Override
    public Optional<SerialProfile> serialProfile() {
        Optional<SerialProfile.Greeting> greeting =
                Optional.of(new SerialProfile.Greeting("v", "WLED")).filter(it -> answers);
        return Optional.of(new SerialProfile(115_200, true, true, greeting, new SerialProfile.Answers.None()));
    }

    /** Where it is asked, silence has two usual reasons that plugging it in again does not mend. */
    @Override
    public Optional<String> silenceHint() {
        return Optional.of("light.hint.wled-silent").filter(it -> answers);
    }

    @Override
    public Program encode(LightCommand command) {
        Colour colour = command.colour();
        if (colour.isDark()) {
            return Program.once(DARK);
        }
        return switch (command.effect()) {
            case SOLID -> Program.once(show(colour, SOLID, BLINK_SPEED));
            case BLINK -> Program.once(show(colour, BLINK, BLINK_SPEED));
            case PULSE -> Program.once(show(colour, BREATHE, BREATHE_SPEED));
            case DOUBLE_BLINK ->
                Played.doubleBlink(colour, shown -> List.of(shown.isDark() ? DARK : show(shown, SOLID, BLINK_SPEED)));
        };
    }

    /** At once, on all of its selected segments, and at full brightness: how bright it is, the colour says. */
    private static Report show(Colour colour, int effect, int speed) {
        return line(String.format(
                Locale.ROOT,
                "{\"on\":true,\"bri\":255,\"tt\":0,\"seg\":{\"fx\":%d,\"sx\":%d,\"ix\":128,\"pal\":0,"
                        + "\"col\":[[%d,%d,%d],[0,0,0],[0,0,0]]}}",
                effect,
                speed,
                colour.red(),
                colour.green(),
                colour.blue()));
    }

    private static Report line(String text) {
        return Report.text(Transport.SERIAL, text + "\n");
    }
}
