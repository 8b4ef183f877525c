package app.ampel.face.window.settings;

import app.ampel.service.settings.SettingsNote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The running program as the settings page sees it, beside {@link app.ampel.face.window.kit.WindowHost#change}. Called on the toolkit's thread and
 * answers at once; what comes later comes on any thread.
 */
public interface SettingsHost {

    /**
     * Starting with the session.
     *
     * @param possible whether it can be switched on
     */
    record Startup(boolean on, boolean possible) {}

    /** How it stands; looks into files or asks a small program. */
    CompletableFuture<Startup> startup();

    /**
     * Switches it on or off.
     *
     * @return how it stands then; fails with a {@link app.ampel.domain.problem.ProblemException}
     */
    CompletableFuture<Startup> startWithSession(boolean on);

    /** The administrator's word: no two polls closer than this. */
    Optional<Duration> shortestPoll();

    /** What of the settings files was ignored when they were read; empty once that is {@link #understood}. */
    List<SettingsNote> notes();

    /** The user has read them; they are not said again before the next start. */
    void understood();

    /** The user's settings. */
    Path file();

    /** Shows the folder that the settings lie in; false where that is not possible. */
    CompletableFuture<Boolean> openFolder();

    /**
     * Sets everything back to what it was at first, but for the account. The old file is kept.
     *
     * @return fails with a {@link app.ampel.domain.problem.ProblemException}, and then nothing has changed
     */
    CompletableFuture<Void> reset();

    /** Where the old settings are kept after {@link #reset}, as long as it can be undone: until the next change. */
    Optional<Reset> lastReset();

    /**
     * What was set back.
     *
     * @param kept the old file's copy; empty when there was no file
     */
    record Reset(Optional<Path> kept) {}

    /** Takes the last {@link #reset} back; fails as that. */
    CompletableFuture<Void> undoReset();
}
