package app.ampel.face.screenlight;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Glow;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Transport;
import app.ampel.domain.light.UsbId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A report is one colour as {@code #rrggbb}; effects are many of them, and only while there is one is anything drawn. */
record ScreenModel(String name) implements LightModel {

    private static final Duration HALF_BLINK = Duration.ofMillis(500);
    private static final Duration FLASH = Duration.ofMillis(200);
    private static final Duration DOUBLE = Duration.ofSeconds(2);
    private static final Duration PULSE = Duration.ofSeconds(2);

    /** Ten pictures a second are soft enough for a slow pulse. */
    private static final Duration PULSE_STEP = Duration.ofMillis(100);

    @Override
    public String key() {
        return "screen";
    }

    @Override
    public Transport transport() {
        return Transport.SCREEN;
    }

    @Override
    public List<UsbId> ids() {
        return List.of();
    }

    @Override
    public Program encode(LightCommand command) {
        return play(new LightCommand(command.colour(), command.effect()));
    }

    @Override
    public Program play(LightCommand command) {
        Colour colour = command.colour();
        Duration half = command.speed().of(HALF_BLINK);
        return switch (command.effect()) {
            case SOLID -> Program.once(report(colour));
            case BLINK -> program(step(colour, half), step(Colour.BLACK, half));
            case PULSE -> pulse(command);
            case DOUBLE_BLINK ->
                program(
                        step(colour, FLASH),
                        step(Colour.BLACK, FLASH),
                        step(colour, FLASH),
                        step(Colour.BLACK, command.speed().of(DOUBLE).minus(FLASH.multipliedBy(3))));
        };
    }

    private static Program pulse(LightCommand command) {
        List<Program.Step> steps = new ArrayList<>();
        long count = command.speed().of(PULSE).dividedBy(PULSE_STEP);
        for (int i = 0; i < count; i++) {
            int percent = (int) Math.round(100 * Glow.share(command, PULSE_STEP.multipliedBy(i)));
            steps.add(step(command.colour().dimmedTo(percent), PULSE_STEP));
        }
        return new Program(steps);
    }

    private static Program program(Program.Step... steps) {
        return new Program(Arrays.asList(steps));
    }

    private static Program.Step step(Colour colour, Duration hold) {
        return new Program.Step(List.of(report(colour)), hold);
    }

    private static Report report(Colour colour) {
        return Report.text(Transport.SCREEN, colour.toString());
    }
}
