package app.ampel.face.cli;

import app.ampel.domain.light.LightSetting;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.lights.LightBus;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the user wants of single lights. Any thread; looking at what is there may take a moment. */
public final class SingleLights {

    private final Supplier<List<LightBus.Found>> there;
    private final SettingsStore settings;

    /** @param there the lights that are attached */
    public SingleLights(Supplier<List<LightBus.Found>> there, SettingsStore settings) {
        this.there = there;
        this.settings = settings;
    }

    List<LightBus.Found> attached() {
        return there.get();
    }

    /** What can be named: the lights that are attached, and others that something was said about. */
    List<String> ids(List<LightBus.Found> attached) {
        TreeSet<String> ids = new TreeSet<>(settings.settings().lights().each().keySet());
        attached.forEach(light -> ids.add(light.id()));
        return List.copyOf(ids);
    }

    /** What the settings of the light with that id belong to; empty when there is no such light. */
    Optional<String> kind(String id, List<LightBus.Found> attached) {
        return attached.stream()
                .filter(light -> light.id().equals(id) || light.kind().equals(id))
                .map(LightBus.Found::kind)
                .findFirst()
                .or(() -> Optional.of(id).filter(settings.settings().lights().each()::containsKey));
    }

    /** Whether it is a light because the user says so. */
    boolean isConfirmed(String kind) {
        return settings.settings().lights().of(kind).confirmed();
    }

    synchronized void change(String kind, UnaryOperator<LightSetting> wish)
            throws LockedSettingException, ProblemException {
        settings.change(before -> before.withLights(
                before.lights().with(kind, wish.apply(before.lights().of(kind)))));
    }
}
