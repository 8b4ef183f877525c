package app.ampel.adapter.os.session;

import app.ampel.domain.retry.BackOff;
import app.ampel.service.threads.Daemons;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whoever darkens the screen of a Linux desktop not to, for as long as a connection to the session bus stands, and logind. A
 * bus that is not there, or goes, is tried again. Where nothing on the bus darkens screens, as with a bare X server, there
 * is nobody to ask.
 */
final class LinuxAwake implements AwakeScreen.Hold {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxAwake.class);

    private final Supplier<DBusConnectionBuilder> bus;
    private final BackOff backOff;
    private final HoldingProgram logind;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Daemons.named("ampel-awake"));

    // What follows belongs to the thread.
    private Optional<ScreenInhibitors> asked = Optional.empty();
    private int failures;

    LinuxAwake(Supplier<DBusConnectionBuilder> bus, BackOff backOff, List<String> logind) {
        this.bus = bus;
        this.backOff = backOff;
        this.logind = new HoldingProgram(logind, backOff);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void begin() {
        logind.acquire();
        run(this::connect);
    }

    private void connect() {
        try {
            ScreenInhibitors opened = ScreenInhibitors.open(
                    bus, () -> run(() -> asked.ifPresent(ScreenInhibitors::ask)), () -> run(this::lost));
            asked = Optional.of(opened);
            failures = 0;
            opened.ask();
        } catch (DBusException | RuntimeException e) {
            LOG.info("No session bus to keep the screen awake by: {}", e.getMessage());
            again();
        }
    }

    private void lost() {
        if (asked.isPresent()) {
            asked = Optional.empty();
            again();
        }
    }

    private void again() {
        thread.schedule(
                () -> carefully(this::connect), backOff.after(++failures).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Runnable task) {
        try {
            thread.execute(() -> carefully(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("The screen may go dark by now", e);
        }
    }

    private static void carefully(Runnable task) {
        try {
            task.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("The screen may go dark by now", e);
        } catch (RuntimeException | Error e) {
            LOG.error("Keeping the screen awake failed", e);
        }
    }

    @Override
    public void end() {
        logind.close();
        run(() -> {
            asked.ifPresent(ScreenInhibitors::close);
            asked = Optional.empty();
        });
        thread.shutdown();
    }
}
