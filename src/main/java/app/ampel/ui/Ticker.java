package app.ampel.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second, while somebody looks. Not a JavaFX animation: that would wake the toolkit sixty times as often. One
 * thread calls it.
 */
final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Runnable tick;
    private ScheduledExecutorService thread;

    /** @param tick runs on a thread of its own */
    Ticker(Runnable tick) {
        this.tick = tick;
    }

    void run(boolean isRunning) {
        if (isRunning && thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread made = new Thread(task, "ampel-window-tick");
                made.setDaemon(true);
                return made;
            });
            thread.scheduleAtFixedRate(this::guarded, 1, 1, TimeUnit.SECONDS);
        } else if (!isRunning && thread != null) {
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
