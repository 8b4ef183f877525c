package app.ampel.face.tray.linux;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.domain.retry.BackOff;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenu;
import app.ampel.face.tray.TrayRenderer;
import app.ampel.service.threads.Daemons;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon in the panels of a Linux desktop. Waits for a panel that comes later, comes back with one that was restarted,
 * and connects again when the bus itself was gone. Whatever may block is done on a thread of its own.
 */
public final class LinuxTray implements TrayRenderer {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxTray.class);

    private static final long CLOSING_MILLIS = 500;

    private final Supplier<DBusConnectionBuilder> bus;
    private final BackOff backOff;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicReference<TrayMenu> fresh = new AtomicReference<>();

    /** The latest; panels ask for it from threads of the bus. Nobody can ask before there is one. */
    private volatile MenuTable table;

    private volatile Events events;

    // What follows belongs to the thread.
    private Optional<PanelLink> link = Optional.empty();
    private int failures;
    private int refusals;
    private Optional<ScheduledFuture<?>> nextTry = Optional.empty();

    LinuxTray(Supplier<DBusConnectionBuilder> bus, BackOff backOff) {
        this.bus = bus;
        this.backOff = backOff;
        this.thread = new ScheduledThreadPoolExecutor(1, Daemons.named("ampel-tray-bus"));
    }

    /** On the session bus of whoever runs the program. */
    public static LinuxTray ofThisSession() {
        return new LinuxTray(Bus::session, Bus.RETRY);
    }

    /** Whether this session has a place for icons now. Blocks for as long as the bus does. */
    public static boolean hasPlace() {
        try {
            return PanelLink.isWatched(Bus::session);
        } catch (DBusException | RuntimeException e) {
            LOG.info("No session bus to ask for a place for icons: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void start(Events to) {
        events = to;
    }

    @Override
    public void show(TrayMenu menu) {
        if (fresh.getAndSet(menu) == null) {
            run(this::showFresh);
        }
    }

    private void showFresh() throws DBusException {
        TrayMenu menu = fresh.getAndSet(null);
        MenuTable before = table;
        if (before == null) {
            table = MenuTable.of(menu);
            connect();
        } else {
            table = before.with(menu);
            if (link.isPresent()) {
                link.get().update(before, table);
            }
        }
    }

    private void connect() {
        try {
            link = Optional.of(PanelLink.open(
                    bus,
                    List.of(
                            new ItemObject(() -> table.menu(), this::clicked),
                            new MenuObject(() -> table, this::clicked, sign -> events.menu(sign))),
                    () -> run(this::place),
                    () -> run(this::lost)));
            failures = 0;
            place();
        } catch (DBusException | RuntimeException e) {
            LOG.info("No session bus for the tray: {}", e.getMessage());
            again();
        }
    }

    /** There is a panel, perhaps: then it is asked to show the icon, and asked again when it does not want to. */
    private void place() {
        nextTry.ifPresent(it -> it.cancel(false));
        nextTry = Optional.empty();
        PanelLink.Answer answer = link.map(PanelLink::register).orElse(PanelLink.Answer.NOBODY);
        events.placed(answer == PanelLink.Answer.TAKEN);
        switch (answer) {
            case TAKEN, NOBODY -> refusals = 0;
            case REFUSED -> {
                refusals++;
                nextTry = Optional.of(later(this::place, refusals));
            }
        }
    }

    private ScheduledFuture<?> later(Task task, int failed) {
        return thread.schedule(() -> carefully(task), backOff.after(failed).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The connection has closed itself; to close it once more would wait for answers from nobody. */
    private void lost() {
        if (link.isPresent()) {
            LOG.info("The session bus is gone");
            link = Optional.empty();
            again();
        }
    }

    private void again() {
        events.placed(false);
        failures++;
        later(this::connect, failures);
    }

    private void clicked(TrayAction action) {
        events.clicked(action);
    }

    /** What may fail because of the bus. */
    private interface Task {
        void run() throws DBusException;
    }

    private void run(Task task) {
        try {
            thread.execute(() -> carefully(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("The tray is closed", e);
        }
    }

    private static void carefully(Task task) {
        try {
            task.run();
        } catch (DBusException | RuntimeException e) {
            LOG.warn("The panel could not be told", e);
        }
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        Future<?> closing = thread.submit(() -> link.ifPresent(PanelLink::close));
        thread.shutdown();
        try {
            closing.get(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("The icon could not be taken away: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
