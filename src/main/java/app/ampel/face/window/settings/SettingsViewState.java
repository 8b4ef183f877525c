package app.ampel.face.window.settings;

import app.ampel.service.settings.Settings;
import app.ampel.service.settings.Startup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the settings page shows.
 *
 * @param settings what is in force
 * @param troubles what did not work, by the id of the setting
 * @param locked what the administrator has decided, by the id of the setting: a sentence
 * @param shortest the administrator's word on polling; empty: none
 * @param startup empty until it is known
 * @param account what is known of it, with its names
 * @param signedIn whether somebody is
 * @param reset how far setting everything back is
 * @param people how far erasing what is kept of others is
 * @param file where the settings are, and what became of opening their folder
 * @param answers how often something was answered, so that a control goes back whose change was refused twice
 */
record SettingsViewState(
        Settings settings,
        Map<String, String> troubles,
        Map<String, String> locked,
        Optional<String> shortest,
        Optional<Startup> startup,
        List<Line> account,
        boolean signedIn,
        Reset reset,
        Forgetting people,
        Place file,
        int answers) {

    /** A name and what it is. */
    record Line(String name, String text) {}

    /**
     * Setting everything back.
     *
     * @param asks whether it asks if that is meant
     * @param text what happened, or why it did not
     * @param undo whether it can be undone
     */
    record Reset(boolean asks, String text, boolean undo) {}

    /**
     * Erasing what is kept of others.
     *
     * @param asks whether it asks if that is meant
     * @param text what happened
     */
    record Forgetting(boolean asks, String text) {}

    /** @param trouble empty, or why its folder could not be opened */
    record Place(String file, String trouble) {}

    SettingsViewState {
        Objects.requireNonNull(settings);
        troubles = Map.copyOf(troubles);
        locked = Map.copyOf(locked);
        Objects.requireNonNull(shortest);
        Objects.requireNonNull(startup);
        account = List.copyOf(account);
        Objects.requireNonNull(reset);
        Objects.requireNonNull(people);
        Objects.requireNonNull(file);
    }

    /** What is said beside a setting; empty: nothing. */
    String said(String id) {
        return troubles.getOrDefault(id, locked.getOrDefault(id, ""));
    }

    boolean isLocked(String id) {
        return locked.containsKey(id);
    }
}
