package app.ampel.light.model;

import app.ampel.light.Colour;
import app.ampel.light.Program;
import app.ampel.light.Report;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Effects for lights that do not know them: a few writes a second at most, played by the desk. */
final class Played {

    /** How bright the dark half of a pulse is. */
    static final int DIM_PERCENT = 15;

    static final Duration HALF_BLINK = Duration.ofMillis(500);
    static final Duration HALF_PULSE = Duration.ofSeconds(1);
    static final Duration FLASH = Duration.ofMillis(200);
    static final Duration PAUSE = Duration.ofMillis(1400);

    private Played() {}

    static Program blink(Colour colour, Function<Colour, Report> show) {
        return new Program(List.of(step(show, colour, HALF_BLINK), step(show, Colour.BLACK, HALF_BLINK)));
    }

    static Program doubleBlink(Colour colour, Function<Colour, Report> show) {
        return new Program(List.of(
                step(show, colour, FLASH),
                step(show, Colour.BLACK, FLASH),
                step(show, colour, FLASH),
                step(show, Colour.BLACK, PAUSE)));
    }

    /** For lights that fade by themselves: {@code fade} takes {@link #HALF_PULSE}. */
    static Program pulse(Colour colour, Function<Colour, Report> fade) {
        return new Program(
                List.of(step(fade, colour, HALF_PULSE), step(fade, colour.dimmedTo(DIM_PERCENT), HALF_PULSE)));
    }

    private static Program.Step step(Function<Colour, Report> show, Colour colour, Duration hold) {
        return new Program.Step(List.of(show.apply(colour)), hold);
    }
}
