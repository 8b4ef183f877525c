package app.ampel.light;

import java.util.Objects;

/** What a light is to show. Dark is solid black. */
public record LightCommand(Colour colour, Effect effect) {

    public static final LightCommand OFF = new LightCommand(Colour.BLACK, Effect.SOLID);

    public LightCommand {
        Objects.requireNonNull(colour);
        effect = colour.isDark() ? Effect.SOLID : Objects.requireNonNull(effect);
    }

    public static LightCommand solid(Colour colour) {
        return new LightCommand(colour, Effect.SOLID);
    }
}
