package app.ampel.service.settings;

import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Mailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings of one home in force: the administrator's over the user's. Whoever makes one holds the home's instance
 * lock, so that nobody else writes the storage. Any thread.
 */
public final class SettingsStore {

    private final SettingsStorage storage;
    private final Executor tellers;
    private final MachineSettings machine;
    private final List<SettingsNote> notes;
    private final List<Mailbox<Settings>> listeners = new CopyOnWriteArrayList<>();
    private volatile Settings user;
    private volatile Settings inForce;

    /**
     * Reads what is kept; never fails, see {@link #notes}.
     *
     * @param tellers has a thread for each listener that is being told
     */
    public SettingsStore(SettingsStorage storage, Executor tellers) {
        this.storage = storage;
        this.tellers = tellers;
        this.machine = storage.machine();
        SettingsStorage.Loaded loaded = storage.load();
        this.user = loaded.settings();
        this.inForce = machine.over(user);
        List<SettingsNote> all = new ArrayList<>(machine.notes());
        all.addAll(loaded.notes());
        this.notes = List.copyOf(all);
    }

    /** What is in force. */
    public Settings settings() {
        return inForce;
    }

    /**
     * Tells {@code listener} what is in force after a change, one at a time and on a thread of its own: whatever it does
     * there, no change waits for it. Of several changes meanwhile it hears the last.
     */
    public void onChange(Consumer<Settings> listener) {
        listeners.add(new Mailbox<>(tellers, listener));
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
        return isLocked(Keys.HISTORY_ON);
    }

    /** Which parts of the account the administrator has decided. */
    public AccountSettings lockedAccount() {
        return machine.over(Settings.DEFAULT).account();
    }

    /** Whether this computer has an administrator's file. */
    public boolean isManaged() {
        return machine.managed();
    }

    /** Whether the administrator has decided it. */
    public boolean isLocked(Key<Settings, ?> key) {
        return machine.isDecided(key);
    }

    /**
     * Changes the user's own settings, saves them, and tells whoever listens.
     *
     * @param change from the user's own settings to what they shall be
     * @return what is then in force
     * @throws LockedSettingException when the administrator has decided otherwise; nothing has changed
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    public Settings change(UnaryOperator<Settings> change) throws LockedSettingException, ProblemException {
        Settings now = changed(change);
        tell();
        return now;
    }

    private synchronized Settings changed(UnaryOperator<Settings> change)
            throws LockedSettingException, ProblemException {
        Settings after = change.apply(user);
        machine.check(user, after);
        if (!after.equals(user)) {
            try {
                storage.save(user, after);
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
    public Settings changeAccount(AccountSettings given) throws LockedSettingException, ProblemException {
        machine.check(Settings.DEFAULT, Settings.DEFAULT.withAccount(given));
        return change(before -> before.withAccount(before.account().with(given)));
    }

    /** It is saved. What is to be told is left in the order of the changes, so under the lock. */
    private void become(Settings after) {
        user = after;
        inForce = machine.over(user);
        listeners.forEach(listener -> listener.leave(inForce));
    }

    /** Without the lock: a listener may do what it likes. */
    private void tell() {
        listeners.forEach(Mailbox::deliver);
    }

    private ProblemException cannotSave(IOException e) {
        return new ProblemException(
                Problem.of(Problem.Kind.CANNOT_SAVE, storage.place().toString()), e);
    }

    /**
     * What was before everything was set back.
     *
     * @param kept the old file beside the new one; empty when there was none
     * @param after what was made of them
     */
    public record Before(Optional<Path> kept, Settings settings, Settings after) {}

    /**
     * Sets everything back to what it was at first, but for what to sign in with. The old file is kept beside.
     *
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    public Before reset() throws ProblemException {
        Before before = setBack();
        tell();
        return before;
    }

    private synchronized Before setBack() throws ProblemException {
        try {
            Settings after = Settings.DEFAULT.withAccount(user.account());
            Before before = new Before(storage.keepBefore(), user, after);
            replace(after);
            return before;
        } catch (IOException e) {
            throw cannotSave(e);
        }
    }

    private synchronized void replace(Settings after) throws ProblemException {
        try {
            storage.replace(after);
        } catch (IOException e) {
            throw cannotSave(e);
        }
        become(after);
    }

    /** Whether nothing has changed since {@link #reset}; else the change would be lost by {@link #restore}. */
    public boolean isLast(Before before) {
        return user == before.after();
    }

    /**
     * Takes {@link #reset} back.
     *
     * @throws ProblemException {@code CANNOT_SAVE}; nothing has changed
     */
    public void restore(Before before) throws ProblemException {
        replace(before.settings());
        tell();
    }
}
