package app.ampel.face.window.kit;

import app.ampel.service.account.AccountService;
import app.ampel.service.engine.Engine;
import app.ampel.service.settings.LooksService;
import app.ampel.service.settings.SettingsService;
import app.ampel.service.text.Messages;
import app.ampel.service.window.WindowService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What every page is made of.
 *
 * @param engine for what is known
 * @param now what the core's clock says; the demo's runs faster than the wall's
 * @param clock the wall's
 * @param thread runs tasks on the toolkit's thread
 * @param moved to be told when {@link Page#isMoving} may have changed by something else than a feed or a tick
 */
public record PageContext(
        Engine engine,
        AccountService account,
        Supplier<Instant> now,
        SettingsService settings,
        LooksService looks,
        WindowService window,
        Messages words,
        Supplier<ZoneId> zone,
        Clock clock,
        Executor thread,
        Runnable moved) {

    public PageContext {
        Objects.requireNonNull(engine);
        Objects.requireNonNull(account);
        Objects.requireNonNull(now);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(looks);
        Objects.requireNonNull(window);
        Objects.requireNonNull(words);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(thread);
        Objects.requireNonNull(moved);
    }
}
