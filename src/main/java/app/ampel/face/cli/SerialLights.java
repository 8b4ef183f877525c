package app.ampel.face.cli;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.settings.LockedSettingException;
import app.ampel.service.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;

/** The serial lights that the user has added. Any thread. */
public final class SerialLights {

    private final Ports ports;
    private final SettingsStore settings;

    public SerialLights(Ports ports, SettingsStore settings) {
        this.ports = ports;
        this.settings = settings;
    }

    Ports ports() {
        return ports;
    }

    /** The ids of the added ones, plugged in or not. */
    List<String> added() {
        return all().stream().map(AddedLight::id).toList();
    }

    List<AddedLight> all() {
        return settings.settings().serialLights();
    }

    /** In place of the one with that id, if there is one. */
    synchronized void add(AddedLight light) throws LockedSettingException, ProblemException {
        List<AddedLight> lights = new ArrayList<>(all());
        if (!lights.contains(light)) {
            lights.removeIf(it -> it.id().equals(light.id()));
            lights.add(light);
            keep(lights);
        }
    }

    synchronized void forget(String id) throws LockedSettingException, ProblemException {
        List<AddedLight> lights = new ArrayList<>(all());
        if (lights.removeIf(it -> it.id().equals(id))) {
            keep(lights);
        }
    }

    private void keep(List<AddedLight> lights) throws LockedSettingException, ProblemException {
        settings.change(before -> before.withSerialLights(lights));
    }
}
