package app.ampel.face.window.kit;

import app.ampel.service.threads.Daemons;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second or a little more often, while somebody looks. Not a JavaFX animation: that would wake the toolkit sixty
 * times as often. One thread calls it.
 */
public final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    public static final Duration SECOND = Duration.ofSeconds(1);

    /** As often as lights change while Ampel plays an effect on them: no flash is missed. */
    public static final Duration OF_EFFECTS = Duration.ofMillis(250);

    private final Runnable tick;
    private ScheduledExecutorService thread;
    private Duration pace = SECOND;

    /** @param tick runs on a thread of its own */
    public Ticker(Runnable tick) {
        this.tick = tick;
    }

    /** @param every how long from one tick to the next */
    public void run(boolean isRunning, Duration every) {
        if (!isRunning || !every.equals(pace)) {
            stop();
        }
        if (isRunning && thread == null) {
            pace = every;
            thread = Executors.newSingleThreadScheduledExecutor(Daemons.named("ampel-window-tick"));
            thread.scheduleAtFixedRate(this::guarded, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    private void guarded() {
        try {
            tick.run();
        } catch (RuntimeException e) {
            LOG.error("A tick of the window failed", e);
        }
    }
}
