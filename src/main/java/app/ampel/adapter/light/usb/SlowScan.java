package app.ampel.adapter.light.usb;

import app.ampel.service.threads.Daemons;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the JDK cannot be told of new devices: says every one and a half seconds that something may have changed. */
final class SlowScan implements HotPlug {

    private static final Logger LOG = LoggerFactory.getLogger(SlowScan.class);
    private static final long PERIOD_MILLIS = 1500;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Daemons.named("ampel-plug"));

    @Override
    public void watch(Path folder, Predicate<String> wanted, Runnable changed) {
        try {
            thread.scheduleWithFixedDelay(() -> tell(changed), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No longer looking for devices", e);
        }
    }

    private static void tell(Runnable changed) {
        try {
            changed.run();
        } catch (RuntimeException | Error e) {
            LOG.error("Looking for new devices failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
