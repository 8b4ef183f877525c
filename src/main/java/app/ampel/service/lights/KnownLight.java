package app.ampel.service.lights;

import app.ampel.domain.light.LightSetting;
import app.ampel.service.lights.manager.LightBus;
import java.util.Objects;
import java.util.Optional;

/**
 * A light that something can be wanted of: it is attached, or something was said about it.
 *
 * @param kind what its settings belong to, see {@link LightBus.Found#kind}
 * @param attached empty: it is not; of several that have the same settings one
 * @param setting what is wanted of it
 */
public record KnownLight(String kind, Optional<LightBus.Found> attached, LightSetting setting) {

    public KnownLight {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(attached);
        Objects.requireNonNull(setting);
    }

    /** Whether it has a button whose presses can be heard of. */
    public boolean hasButton() {
        return attached.filter(LightBus.Found::hasButton).isPresent();
    }

    /** Whether only its ids speak for its being a light, and nobody has said yet that it is one. */
    public boolean isDoubtful() {
        return attached.filter(LightBus.Found::isPossible).isPresent();
    }

    /** Whether other lights have the same settings. */
    public boolean isOneOfMany() {
        return attached.filter(it -> !it.id().equals(kind)).isPresent();
    }
}
