package app.ampel.service.settings;

import app.ampel.adapter.os.files.Folders;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Dispatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private volatile Settings inForce;

    private SettingsStore(Path path, Clock clock, MachineSettings machine) {
        this.path = path;
        this.file = new SettingsFile(path, clock);
        this.machine = machine;
        SettingsFile.Loaded loaded = file.load();
        this.user = loaded.settings();
        this.inForce = machine.over(user);
        List<SettingsNote> all = new ArrayList<>(machine.notes());
        all.addAll(loaded.notes());
        this.notes = List.copyOf(all);
    }

    /** Reads both files; never fails, see {@link #notes}. */
    public static SettingsStore open(Folders folders, Clock clock) {
        return new SettingsStore(folders.settings(), clock, MachineSettings.read(folders.machineSettings()));
    }

    /** What is in force. */
    public Settings settings() {
        return inForce;
    }

    /** Calls {@code listener} with what is in force after each change, on the thread that changed it: be quick. */
    public void onChange(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    /** What was ignored when the files were read, to be shown to the user once. */
    public List<SettingsNote> notes() {
        return notes;
    }

    /** The administrator's word: no two polls closer than this. */
    public Optional<Duration> shortestPoll() {
        return machine.shortestPoll();
    }

    /** Whether the administrator has switched the history off. */
    public boolean isHistoryLocked() {
        return machine.historyOff();
    }

    /** Which parts of the account the administrator has decided. */
    public AccountSettings lockedAccount() {
        return machine.account();
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
                throw cannotSave(e);
            }
            become(after);
        }
        return inForce;
    }

    /**
     * Changes what to sign in with, as {@link #change} does. What is given and against the administrator's word is refused
     * also where it is no change, because the user's own file says the same.
     */
    public synchronized Settings changeAccount(AccountSettings given) throws LockedSettingException, ProblemException {
        machine.check(Settings.DEFAULT, Settings.DEFAULT.withAccount(given));
        return change(before -> before.withAccount(before.account().with(given)));
    }

    private void become(Settings after) {
        user = after;
        inForce = machine.over(user);
        // It is saved and in force: one that cannot take it changes nothing of that, nor keeps the others from it.
        Settings now = inForce;
        listeners.forEach(listener -> Dispatch.guarded(() -> listener.accept(now)));
    }

    private ProblemException cannotSave(IOException e) {
        return new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, path.toString()), e);
    }

    /**
     * What was before everything was set back.
     *
     * @param kept the old file beside the new one; empty when there was none
     */
    public record Before(Optional<Path> kept, Settings settings) {}

    /**
     * Sets everything back to what it was at first, but for what to sign in with. The old file is kept beside.
     *
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    public synchronized Before reset() throws ProblemException {
        try {
            Before before = new Before(file.keepBefore(), user);
            Settings after = Settings.DEFAULT.withAccount(user.account());
            file.replace(after);
            become(after);
            return before;
        } catch (IOException e) {
            throw cannotSave(e);
        }
    }

    /**
     * Takes {@link #reset} back.
     *
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    public synchronized void restore(Before before) throws ProblemException {
        try {
            file.replace(before.settings());
            become(before.settings());
        } catch (IOException e) {
            throw cannotSave(e);
        }
    }
}
