package app.ampel.service.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where settings are kept: the user's own, and before them the administrator's. Blocks. One caller at a time. */
public interface SettingsStorage {

    /**
     * What was kept.
     *
     * @param notes what was ignored, in the order of the file
     */
    record Loaded(Settings settings, List<SettingsNote> notes) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /** What people are told as the place of the user's own. */
    Path place();

    /** Never fails: what cannot be read is noted, and decided. */
    MachineSettings machine();

    /** The user's own. Never fails: what cannot be read is noted, and as usual. */
    Loaded load();

    /**
     * Saves what differs between {@code before} and {@code after}, and leaves all else as it is kept.
     *
     * @throws IOException when it cannot be saved; nothing has changed
     */
    void save(Settings before, Settings after) throws IOException;

    /**
     * Saves {@code settings} and nothing else.
     *
     * @throws IOException when it cannot be saved; nothing has changed
     */
    void replace(Settings settings) throws IOException;

    /** Keeps a copy of all that is kept now; empty when that is nothing. */
    Optional<Path> keepBefore() throws IOException;
}
