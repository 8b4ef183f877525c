package app.ampel.domain.light;

import java.util.Objects;

/** What a light is to show. Dark is solid black, and what is solid has no other speed than the usual one. */
public record LightCommand(Colour colour, Effect effect, Speed speed) {

    public static final LightCommand OFF = solid(Colour.BLACK);

    public LightCommand {
        Objects.requireNonNull(colour);
        effect = colour.isDark() ? Effect.SOLID : Objects.requireNonNull(effect);
        speed = effect == Effect.SOLID ? Speed.USUAL : Objects.requireNonNull(speed);
    }

    public LightCommand(Colour colour, Effect effect) {
        this(colour, effect, Speed.USUAL);
    }

    public static LightCommand solid(Colour colour) {
        return new LightCommand(colour, Effect.SOLID);
    }

    /** The same in another colour. */
    public LightCommand in(Colour other) {
        return new LightCommand(other, effect, speed);
    }
}
