package app.ampel.face.window.kit;

import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What every page is made of.
 *
 * @param clock the wall's; the core's is {@link WindowHost#now}
 * @param thread runs tasks on the toolkit's thread
 * @param moved to be told when {@link Page#isMoving} may have changed by something else than a feed or a tick
 */
public record PageContext(
        WindowHost host, Messages words, Supplier<ZoneId> zone, Clock clock, Executor thread, Runnable moved) {

    public PageContext {
        Objects.requireNonNull(host);
        Objects.requireNonNull(words);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(thread);
        Objects.requireNonNull(moved);
    }
}
