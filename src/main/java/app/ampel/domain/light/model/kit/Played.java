package app.ampel.domain.light.model.kit;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Program;
import app.ampel.domain.light.Report;
import app.ampel.domain.light.Speed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Effects for lights that do not know them: four changes a second at most, played by Ampel. */
public final class Played {

    /** How bright the dark half of a pulse is. */
    public static final int DIM_PERCENT = 15;

    public static final Duration HALF_BLINK = Duration.ofMillis(500);
    public static final Duration HALF_PULSE = Duration.ofSeconds(1);
    public static final Duration FLASH = Duration.ofMillis(200);
    public static final Duration PAUSE = Duration.ofMillis(1400);

    /** Percent of brightness in a pulse of lights that cannot fade. */
    private static final int[] LEVELS = {100, 75, 45, 25, DIM_PERCENT, 25, 45, 75};

    /** How long each of them lasts. */
    private static final Duration LEVEL = HALF_PULSE.multipliedBy(2).dividedBy(LEVELS.length);

    private Played() {}

    /** All effects of a light that has none of its own and can be dimmed. */
    public static Program all(LightCommand command, Function<Colour, List<Report>> show) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(show.apply(colour));
            case BLINK -> blink(colour, show);
            case PULSE -> steppedPulse(colour, show);
            case DOUBLE_BLINK -> doubleBlink(colour, show);
        };
    }

    /** All effects of a light that cannot be dimmed: it pulses by going out for a second. */
    public static Program onAndOff(LightCommand command, Function<Colour, List<Report>> show) {
        Colour colour = command.colour();
        return switch (command.effect()) {
            case SOLID -> Program.once(show.apply(colour));
            case BLINK -> blink(colour, show);
            case PULSE -> onAndOff(colour, show, HALF_PULSE);
            case DOUBLE_BLINK -> doubleBlink(colour, show);
        };
    }

    public static Program blink(Colour colour, Function<Colour, List<Report>> show) {
        return onAndOff(colour, show, HALF_BLINK);
    }

    private static Program onAndOff(Colour colour, Function<Colour, List<Report>> show, Duration half) {
        return new Program(List.of(step(show, colour, half), step(show, Colour.BLACK, half)));
    }

    public static Program doubleBlink(Colour colour, Function<Colour, List<Report>> show) {
        return doubleBlink(colour, show, FLASH, PAUSE);
    }

    public static Program doubleBlink(
            Colour colour, Function<Colour, List<Report>> show, Duration flash, Duration pause) {
        return new Program(List.of(
                step(show, colour, flash),
                step(show, Colour.BLACK, flash),
                step(show, colour, flash),
                step(show, Colour.BLACK, pause)));
    }

    /** For lights that fade by themselves: {@code fade} takes {@link #HALF_PULSE}. */
    public static Program pulse(Colour colour, Function<Colour, List<Report>> fade) {
        return new Program(
                List.of(step(fade, colour, HALF_PULSE), step(fade, colour.dimmedTo(DIM_PERCENT), HALF_PULSE)));
    }

    /** For lights that do not. */
    public static Program steppedPulse(Colour colour, Function<Colour, List<Report>> show) {
        return steppedPulse(colour, show, LEVELS, LEVEL);
    }

    private static Program steppedPulse(
            Colour colour, Function<Colour, List<Report>> show, int[] levels, Duration hold) {
        return new Program(Arrays.stream(levels)
                .mapToObj(level -> step(show, colour.dimmedTo(level), hold))
                .toList());
    }

    /**
     * All effects at another speed than the usual one. Flashes stay as long as they are, and a pulse gets more or fewer
     * steps instead of longer or shorter ones.
     *
     * @param show a colour that stands still
     * @param pace no step is shorter
     */
    public static Program atSpeed(LightCommand command, Function<Colour, List<Report>> show, Duration pace) {
        Colour colour = command.colour();
        Speed speed = command.speed();
        Duration flash = longer(FLASH, pace);
        return switch (command.effect()) {
            case SOLID -> Program.once(show.apply(colour));
            case BLINK -> onAndOff(colour, show, longer(speed.of(HALF_BLINK), pace));
            case PULSE ->
                show.apply(colour).equals(show.apply(colour.dimmedTo(DIM_PERCENT)))
                        ? onAndOff(colour, show, longer(speed.of(HALF_PULSE), pace))
                        : steppedPulse(colour, show, levels(speed), longer(LEVEL, pace));
            case DOUBLE_BLINK ->
                doubleBlink(
                        colour,
                        show,
                        flash,
                        longer(speed.of(PAUSE.plus(FLASH.multipliedBy(3))).minus(flash.multipliedBy(3)), pace));
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Every second level, or one between each two. */
    private static int[] levels(Speed speed) {
        return switch (speed) {
            case FAST ->
                IntStream.range(0, LEVELS.length / 2).map(i -> LEVELS[2 * i]).toArray();
            case USUAL -> LEVELS;
            case SLOW ->
                IntStream.range(0, 2 * LEVELS.length)
                        .map(i -> (LEVELS[i / 2] + LEVELS[(i + 1) / 2 % LEVELS.length]) / 2)
                        .toArray();
        };
    }

    private static Program.Step step(Function<Colour, List<Report>> show, Colour colour, Duration hold) {
        return new Program.Step(show.apply(colour), hold);
    }
}
