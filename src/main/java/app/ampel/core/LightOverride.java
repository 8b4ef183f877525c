package app.ampel.core;

import app.ampel.light.LightCommand;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user told the lights to do, whatever the presence is.
 *
 * @param command empty: follow the presence; {@link LightCommand#OFF}: dark until changed
 */
public record LightOverride(Optional<LightCommand> command) {

    public static final LightOverride AUTO = new LightOverride(Optional.empty());

    public LightOverride {
        Objects.requireNonNull(command);
    }
}
