package app.ampel.settings;

import app.ampel.desktop.Folders;
import app.ampel.problem.Problem;
import app.ampel.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings of one home in force: the administrator's over the user's. Whoever makes one holds the home's instance
 * lock, so that nobody else writes the file. Any thread.
 */
public final class SettingsStore {

    private final Path path;
    private final SettingsFile file;
    private final MachineSettings machine;
    private final List<SettingsNote> notes;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private Settings user;

    private SettingsStore(Path path, Clock clock, MachineSettings machine) {
        this.path = path;
        this.file = new SettingsFile(path, clock);
        this.machine = machine;
        SettingsFile.Loaded loaded = file.load();
        this.user = loaded.settings();
        List<SettingsNote> all = new ArrayList<>(machine.notes());
        all.addAll(loaded.notes());
        this.notes = List.copyOf(all);
    }

    /** Reads both files; never fails, see {@link #notes}. */
    public static SettingsStore open(Folders folders, Clock clock) {
        return new SettingsStore(folders.settings(), clock, MachineSettings.read(folders.machineSettings()));
    }

    /** What is in force. */
    public synchronized Settings settings() {
        return machine.over(user);
    }

    /** Calls {@code listener} with what is in force after each change, on the thread that changed it: be quick. */
    public void onChange(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    /** What was ignored when the files were read, to be shown to the user once. */
    public List<SettingsNote> notes() {
        return notes;
    }

    /**
     * Changes the user's own settings, saves them, and tells whoever listens.
     *
     * @param change from the user's own settings to what they shall be
     * @return what is then in force
     * @throws LockedSettingException when the administrator has decided otherwise; nothing has changed
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    public synchronized Settings change(UnaryOperator<Settings> change)
            throws LockedSettingException, ProblemException {
        Settings after = change.apply(user);
        machine.check(user, after);
        if (!after.equals(user)) {
            try {
                file.save(user, after);
            } catch (IOException e) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, path.toString()), e);
            }
            user = after;
            listeners.forEach(listener -> listener.accept(settings()));
        }
        return settings();
    }
}
