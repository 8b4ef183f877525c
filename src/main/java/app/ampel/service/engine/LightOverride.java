package app.ampel.service.engine;

import app.ampel.domain.light.LightCommand;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user told the lights to do, whatever the presence is.
 *
 * @param command empty: follow the presence; {@link LightCommand#OFF}: dark until changed
 * @param paused Ampel lets go of the lights, so that another program may have them
 */
public record LightOverride(Optional<LightCommand> command, boolean paused) {

    public static final LightOverride AUTO = new LightOverride(Optional.empty(), false);
    public static final LightOverride PAUSED = new LightOverride(Optional.empty(), true);

    public LightOverride {
        Objects.requireNonNull(command);
    }

    public static LightOverride showing(LightCommand command) {
        return new LightOverride(Optional.of(command), false);
    }
}
