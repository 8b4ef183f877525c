package app.ampel.domain.light;

import java.time.Duration;

/** What a light looks like on a screen. Pure. */
public final class Glow {

    private static final double GAMMA = 2.2;
    private static final Duration BLINK = Duration.ofSeconds(1);
    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final Duration DOUBLE_BLINK = Duration.ofSeconds(2);
    private static final Duration FLASH = Duration.ofMillis(200);

    /** How bright a pulse is at its darkest. */
    private static final double LEAST = 0.15;

    private Glow() {}

    /** A light at a fifth of its power looks half as bright, and a screen shows what looks right; the hue stays. */
    public static Colour onScreen(Colour light) {
        int most = Math.max(light.red(), Math.max(light.green(), light.blue()));
        if (most == 0) {
            return light;
        }
        double factor = Math.pow(most / 255.0, 1 / GAMMA) * 255 / most;
        return new Colour(scaled(light.red(), factor), scaled(light.green(), factor), scaled(light.blue(), factor));
    }

    /** The share of its brightness, 0 to 1, that a light has {@code since} an effect began; it begins bright. */
    public static double share(LightCommand command, Duration since) {
        return switch (command.effect()) {
            case SOLID -> 1;
            case BLINK -> turn(since, command.speed().of(BLINK)) < 0.5 ? 1 : 0;
            case PULSE -> LEAST + (1 - LEAST) * wave(turn(since, command.speed().of(PULSE)));
            case DOUBLE_BLINK -> {
                long flash = since.toMillis() % command.speed().of(DOUBLE_BLINK).toMillis() / FLASH.toMillis();
                yield flash == 0 || flash == 2 ? 1 : 0;
            }
        };
    }

    /** How much of a turn is over, 0 to 1. */
    private static double turn(Duration since, Duration turn) {
        return since.toMillis() % turn.toMillis() / (double) turn.toMillis();
    }

    private static double wave(double turn) {
        return (1 + Math.cos(2 * Math.PI * turn)) / 2;
    }

    private static int scaled(int channel, double factor) {
        return (int) Math.min(255, Math.round(channel * factor));
    }
}
