package app.ampel.service.engine;

import app.ampel.domain.account.Account;
import app.ampel.domain.presence.PresenceStore;
import app.ampel.domain.status.StatusStore;
import app.ampel.service.lights.manager.Lights;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/**
 * What the core works with.
 *
 * @param owner runs one task at a time: the thread that owns the situation
 * @param reads where reading may block
 * @param writes where writing may block; one task at a time
 * @param accounts where signing in may block; one task at a time
 * @param observers where whoever watches is told, and may hang: each on a thread of its own
 * @param memory keeps what was seen for the next start
 * @param manuals keeps what was set by hand for the next start
 * @param jitter a fresh random number from -1 to 1 at each call
 */
public record EnginePorts(
        Account account,
        PresenceService presence,
        Lights lights,
        Executor owner,
        Executor reads,
        Executor writes,
        Executor accounts,
        Executor observers,
        PresenceStore memory,
        StatusStore manuals,
        DoubleSupplier jitter) {}
