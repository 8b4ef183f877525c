package app.ampel.light.model;

import app.ampel.light.Colour;
import app.ampel.light.LightCommand;
import app.ampel.light.Program;
import app.ampel.light.Report;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Effects for lights that do not know them: four changes a second at most, played by the desk. */
final class Played {

    /** How bright the dark half of a pulse is. */
    static final int DIM_PERCENT = 15;

    static final Duration HALF_BLINK = Duration.ofMillis(500);
    static final Duration HALF_PULSE = Duration.ofSeconds(1);
    static final Duration FLASH = Duration.ofMillis(200);
    static final Duration PAUSE = Duration.ofMillis(1400);

    /** Percent of brightness in a pulse of lights that cannot fade. */
    private static final int[] LEVELS = {100, 75, 45, 25, DIM_PERCENT, 25, 45, 75};

    private Played() {}

    /** All effects of a light that has none of its own and can be dimmed. */
    static Program all(LightCommand command, Function<Colour, List<Report>> show) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(show.apply(colour));
            case BLINK -> blink(colour, show);
            case PULSE -> steppedPulse(colour, show);
            case DOUBLE_BLINK -> doubleBlink(colour, show);
        };
    }

    /** All effects of a light that cannot be dimmed: it pulses by going out for a second. */
    static Program onAndOff(LightCommand command, Function<Colour, List<Report>> show) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(show.apply(colour));
            case BLINK -> blink(colour, show);
            case PULSE -> new Program(List.of(step(show, colour, HALF_PULSE), step(show, Colour.BLACK, HALF_PULSE)));
            case DOUBLE_BLINK -> doubleBlink(colour, show);
        };
    }

    static Program blink(Colour colour, Function<Colour, List<Report>> show) {
        return new Program(List.of(step(show, colour, HALF_BLINK), step(show, Colour.BLACK, HALF_BLINK)));
    }

    static Program doubleBlink(Colour colour, Function<Colour, List<Report>> show) {
        return doubleBlink(colour, show, FLASH, PAUSE);
    }

    static Program doubleBlink(Colour colour, Function<Colour, List<Report>> show, Duration flash, Duration pause) {
        return new Program(List.of(
                step(show, colour, flash),
                step(show, Colour.BLACK, flash),
                step(show, colour, flash),
                step(show, Colour.BLACK, pause)));
    }

    /** For lights that fade by themselves: {@code fade} takes {@link #HALF_PULSE}. */
    static Program pulse(Colour colour, Function<Colour, List<Report>> fade) {
        return new Program(
                List.of(step(fade, colour, HALF_PULSE), step(fade, colour.dimmedTo(DIM_PERCENT), HALF_PULSE)));
    }

    /** For lights that do not. */
    static Program steppedPulse(Colour colour, Function<Colour, List<Report>> show) {
        Duration hold = HALF_PULSE.multipliedBy(2).dividedBy(LEVELS.length);
        return new Program(Arrays.stream(LEVELS)
                .mapToObj(level -> step(show, colour.dimmedTo(level), hold))
                .toList());
    }

    private static Program.Step step(Function<Colour, List<Report>> show, Colour colour, Duration hold) {
        return new Program.Step(show.apply(colour), hold);
    }
}
