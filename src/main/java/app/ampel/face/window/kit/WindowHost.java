package app.ampel.face.window.kit;

import app.ampel.domain.account.Registration;
import app.ampel.service.engine.Intent;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.settings.AccountSettings;
import app.ampel.service.settings.Key;
import app.ampel.service.settings.Settings;
import app.ampel.service.status.StatusService;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The running program as every page of its window sees it; what only one page needs is a port of that page's own. Called
 * on the toolkit's thread; nothing here may block it for long.
 */
public interface WindowHost {

    /** What the core's clock says; the demo's runs faster than the wall's. */
    Instant now();

    /** See {@link app.ampel.service.engine.Engine#snapshot}. */
    Snapshot snapshot();

    /** See {@link app.ampel.service.engine.Engine#submit}. */
    CompletableFuture<Snapshot> tell(Intent intent);

    /** A status set by hand. */
    StatusService status();

    /** What it shows, at this moment. */
    Overview overview();

    /** See {@link app.ampel.service.overview.Overviews#watch}. */
    Runnable watch(Consumer<Overview> observer, Executor thread);

    /** The settings in force. */
    Settings settings();

    /**
     * Changes the user's settings and saves them, on another thread.
     *
     * @return what is then in force; fails with {@link app.ampel.service.settings.LockedSettingException} or a
     *     {@link app.ampel.domain.problem.ProblemException}, and then nothing has changed
     */
    CompletableFuture<Settings> change(UnaryOperator<Settings> change);

    /** What there is to sign in with; empty without a client id. */
    Optional<Registration> registration();

    /** What of the account the administrator has said. */
    AccountSettings lockedAccount();

    /** Whether the administrator has decided it. */
    boolean isLocked(Key<Settings, ?> key);

    /** Whether nothing shall move and lights play no effects, because the user or the desktop wants it so. */
    boolean isCalm();

    /** Opens a page in the browser, or a letter in the mail program; false where there is none. */
    boolean open(URI page);

    /** Ends the program in good order; returns before that is done. */
    void quit();
}
