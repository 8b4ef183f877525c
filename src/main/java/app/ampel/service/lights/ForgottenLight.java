package app.ampel.service.lights;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSetting;
import app.ampel.service.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was known of a light before it was forgotten, so that it can be given back.
 *
 * @param kind what its settings belong to
 * @param setting what the user wanted of it
 * @param added the serial light that it was; empty: it was no such light
 * @param index where that stood among them
 */
public record ForgottenLight(String kind, LightSetting setting, Optional<AddedLight> added, int index) {

    public ForgottenLight {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(setting);
        Objects.requireNonNull(added);
    }

    /** What {@code settings} know of it. */
    static ForgottenLight of(Settings settings, String id, String kind) {
        List<String> ids = settings.serialLights().stream().map(AddedLight::id).toList();
        int index = ids.indexOf(id);
        return new ForgottenLight(
                kind,
                settings.lights().of(kind),
                index < 0
                        ? Optional.empty()
                        : Optional.of(settings.serialLights().get(index)),
                Math.max(0, index));
    }

    /** @param others whether lights that stay have the same settings */
    Settings forget(Settings settings, boolean others) {
        Settings without = settings.withSerialLights(
                settings.serialLights().stream().filter(light -> !isIt(light)).toList());
        return others ? without : without.withLights(settings.lights().with(kind, LightSetting.DEFAULT));
    }

    /** Only what nobody has set anew meanwhile. */
    Settings giveBack(Settings settings) {
        List<AddedLight> lights = new ArrayList<>(settings.serialLights());
        added.filter(light -> lights.stream().noneMatch(this::isIt))
                .ifPresent(light -> lights.add(Math.min(index, lights.size()), light));
        boolean isFree = settings.lights().of(kind).equals(LightSetting.DEFAULT);
        return settings.withSerialLights(lights)
                .withLights(isFree ? settings.lights().with(kind, setting) : settings.lights());
    }

    /** Whether it has been added once more. */
    public boolean isBack(Settings settings) {
        return settings.serialLights().stream().anyMatch(this::isIt);
    }

    private boolean isIt(AddedLight light) {
        return added.filter(it -> it.id().equals(light.id())).isPresent();
    }
}
