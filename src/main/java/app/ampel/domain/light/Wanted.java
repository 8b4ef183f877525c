package app.ampel.domain.light;

import java.util.Map;
import java.util.Objects;

/**
 * What lights are to show.
 *
 * @param usual what a light shows that follows no scheme of its own
 * @param byScheme what those show that do, by the scheme's name; every one that is followed
 */
public record Wanted(LightCommand usual, Map<String, LightCommand> byScheme) {

    public Wanted {
        Objects.requireNonNull(usual);
        byScheme = Map.copyOf(byScheme);
    }

    /** The same for every light. */
    public static Wanted of(LightCommand command) {
        return new Wanted(command, Map.of());
    }

    /** What a light shows that begins to follow that setting, and showed {@code before}: what is not decided yet comes soon. */
    public LightCommand of(LightSetting setting, LightCommand before) {
        boolean isDecided = byScheme.isEmpty()
                || setting.scheme().filter(byScheme::containsKey).isPresent();
        return setting.scheme().isEmpty() || isDecided ? of(setting) : before;
    }

    /** What a light of that setting shows; as usual where its scheme is not there any more. */
    public LightCommand of(LightSetting setting) {
        return setting.scheme().map(byScheme::get).orElse(usual);
    }
}
