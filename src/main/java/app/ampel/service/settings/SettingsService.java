package app.ampel.service.settings;

import app.ampel.domain.policy.Scheme;
import app.ampel.domain.problem.Problem;
import app.ampel.domain.problem.ProblemException;
import app.ampel.service.threads.Dispatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings in force, for whoever shows or changes them, and what is around them: the administrator's word, starting
 * with the session, colour schemes in files. Any thread; whatever takes time happens on another one, and its future fails
 * with a {@link ProblemException}.
 */
public final class SettingsService {

    private final SettingsStore store;
    private final Path file;
    private final SchemeFiles schemes;
    private final StartAtLogin login;
    private final Executor files;
    private final Executor beside;
    private volatile boolean isUnderstood;
    private volatile Optional<SettingsStore.Before> before = Optional.empty();

    /**
     * @param file where {@code store} keeps the user's own
     * @param files writes the settings, one change after the other
     * @param beside runs what may hang: small programs, and files that may lie anywhere
     */
    public SettingsService(
            SettingsStore store, Path file, SchemeFiles schemes, StartAtLogin login, Executor files, Executor beside) {
        this.store = store;
        this.file = file;
        this.schemes = schemes;
        this.login = login;
        this.files = files;
        this.beside = beside;
    }

    /** What is in force. */
    public Settings settings() {
        return store.settings();
    }

    /** See {@link SettingsStore#onChange}. */
    public void onChange(Consumer<Settings> listener) {
        store.onChange(listener);
    }

    /**
     * Changes the user's own settings and saves them.
     *
     * @return what is then in force; fails also with {@link app.ampel.service.settings.LockedSettingException}, and then nothing
     *     has changed
     */
    public CompletableFuture<Settings> change(UnaryOperator<Settings> change) {
        return Dispatch.supply(files, () -> store.change(change));
    }

    /** See {@link SettingsStore#isManaged}. */
    public boolean isManaged() {
        return store.isManaged();
    }

    /** Whether the administrator has decided it. */
    public boolean isLocked(Key<Settings, ?> key) {
        return store.isLocked(key);
    }

    /** What of the account the administrator has decided. */
    public AccountSettings lockedAccount() {
        return store.lockedAccount();
    }

    /** The administrator's word: no two polls closer than this. */
    public Optional<Duration> shortestPoll() {
        return store.shortestPoll();
    }

    /** Whether the administrator has switched the history off. */
    public boolean isHistoryLocked() {
        return store.isHistoryLocked();
    }

    /** Where the user's own are kept. */
    public Path file() {
        return file;
    }

    /** What of the settings files was ignored when they were read; empty once that is {@link #understood}. */
    public List<SettingsNote> notes() {
        return isUnderstood ? List.of() : store.notes();
    }

    /** The user has read the notes; they are not said again before the next start. */
    public void understood() {
        isUnderstood = true;
    }

    /** Sets everything back to what it was at first, but for the account. The old file is kept. */
    public CompletableFuture<Void> reset() {
        return Dispatch.supply(files, () -> {
            // Nobody may change anything between the two: taking the reset back would take that back as well.
            synchronized (store) {
                before = Optional.of(store.reset());
            }
            return null;
        });
    }

    /** What was before {@link #reset}, as long as it can be undone: until the next change. */
    public Optional<SettingsStore.Before> lastReset() {
        return before.filter(store::isLast);
    }

    /** Takes the last {@link #reset} back; does nothing when there is none any more. */
    public CompletableFuture<Void> undoReset() {
        return Dispatch.supply(files, () -> {
            synchronized (store) {
                Optional<SettingsStore.Before> last = lastReset();
                if (last.isPresent()) {
                    store.restore(last.get());
                }
            }
            return null;
        });
    }

    /** How starting with the session stands. */
    public CompletableFuture<Startup> startup() {
        return Dispatch.supply(beside, this::startupNow);
    }

    /**
     * Switches it on or off.
     *
     * @return how it stands then
     */
    public CompletableFuture<Startup> startWithSession(boolean on) {
        return Dispatch.supply(beside, () -> {
            if (!login.set(on)) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE));
            }
            return startupNow();
        });
    }

    private Startup startupNow() {
        return new Startup(login.isOn(), login.isPossible());
    }

    /** Reads somebody's scheme; what is wrong with the file is said in the answer. */
    public CompletableFuture<LoadedScheme> readScheme(Path from) {
        return Dispatch.supply(beside, () -> schemes.read(from));
    }

    /** Writes a scheme for somebody. */
    public CompletableFuture<Void> writeScheme(Path to, Scheme scheme) {
        return Dispatch.supply(beside, () -> {
            try {
                schemes.write(to, scheme);
                return null;
            } catch (IOException e) {
                throw new ProblemException(Problem.of(Problem.Kind.CANNOT_SAVE, to.toString()), e);
            }
        });
    }
}
