package app.ampel.face.tray;

import app.ampel.service.threads.Daemons;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tray's thread: one task after the other; one that fails is logged and forgotten. */
public final class TrayThread extends ScheduledThreadPoolExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(TrayThread.class);

    public TrayThread() {
        super(1, Daemons.named("ampel-tray"));
        setRemoveOnCancelPolicy(true);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
        super.afterExecute(task, thrown);
        if (task instanceof Future<?> done && done.isDone()) {
            try {
                done.get();
            } catch (ExecutionException e) {
                LOG.error("The tray failed unexpectedly", e.getCause());
            } catch (CancellationException e) {
                LOG.trace("Taken back");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
