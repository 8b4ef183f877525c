package app.ampel.cli;

import app.ampel.problem.ProblemException;
import app.ampel.settings.LockedSettingException;
import app.ampel.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The serial lights that the user has added. Any thread. */
public final class SerialLights {

    private final Supplier<List<Port>> ports;
    private final SettingsStore settings;
    private final Consumer<List<String>> changed;

    /**
     * @param ports the ports there are now
     * @param changed told the ids after each change
     */
    public SerialLights(Supplier<List<Port>> ports, SettingsStore settings, Consumer<List<String>> changed) {
        this.ports = ports;
        this.settings = settings;
        this.changed = changed;
    }

    List<Port> ports() {
        return ports.get();
    }

    /** The ids of the added ones, plugged in or not. */
    List<String> added() {
        return settings.settings().serialLights();
    }

    synchronized void add(String id) throws LockedSettingException, ProblemException {
        List<String> ids = new ArrayList<>(added());
        if (!ids.contains(id)) {
            ids.add(id);
            keep(ids);
        }
    }

    synchronized void forget(String id) throws LockedSettingException, ProblemException {
        List<String> ids = new ArrayList<>(added());
        if (ids.remove(id)) {
            keep(ids);
        }
    }

    private void keep(List<String> ids) throws LockedSettingException, ProblemException {
        settings.change(before -> before.withSerialLights(ids));
        changed.accept(List.copyOf(ids));
    }
}
