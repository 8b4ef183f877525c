package app.ampel.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages over {@code org.freedesktop.Notifications}. There is a connection only while a message is shown, as there
 * rarely is one; whatever may block is done on a thread that goes when it has nothing to do.
 */
public final class LinuxNotifications implements Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxNotifications.class);

    private static final String BUTTON = "do";
    private static final String CLICK = "default";
    private static final int AS_LONG_AS_USUAL = -1;
    private static final long IDLE_SECONDS = 10;
    private static final long CLOSING_MILLIS = 500;

    private final Supplier<DBusConnectionBuilder> bus;
    private final ThreadPoolExecutor thread;

    /** Belongs to the thread. */
    private Optional<Shown> shown = Optional.empty();

    LinuxNotifications(Supplier<DBusConnectionBuilder> bus) {
        this.bus = bus;
        this.thread =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread one = new Thread(task, "ampel-notice");
                    one.setDaemon(true);
                    return one;
                });
        thread.allowCoreThreadTimeOut(true);
    }

    /** On the session bus of whoever runs the program. */
    public static LinuxNotifications ofThisSession() {
        return new LinuxNotifications(DBusConnectionBuilder::forSessionBus);
    }

    private record Shown(DBusConnection connection, FreedesktopNotifications server, UInt32 id, Notice notice) {}

    @Override
    public void show(Notice notice) {
        run(() -> {
            takeBack();
            present(notice);
        });
    }

    @Override
    public void withdraw() {
        run(this::takeBack);
    }

    private void present(Notice notice) {
        try {
            DBusConnection connection = Bus.connect(bus);
            try {
                FreedesktopNotifications server = connection.getRemoteObject(
                        FreedesktopNotifications.NAME, FreedesktopNotifications.PATH, FreedesktopNotifications.class);
                connection.addSigHandler(
                        FreedesktopNotifications.ActionInvoked.class, signal -> run(() -> pressed(signal)));
                connection.addSigHandler(
                        FreedesktopNotifications.NotificationClosed.class, signal -> run(() -> closed(signal.id)));
                shown = Optional.of(new Shown(connection, server, notify(server, notice), notice));
            } catch (DBusException | RuntimeException e) {
                leave(connection);
                throw e;
            }
        } catch (DBusException | RuntimeException e) {
            LOG.info("No message can be shown here: {}", e.getMessage());
        }
    }

    private static UInt32 notify(FreedesktopNotifications server, Notice notice) {
        List<String> actions = notice.button()
                .map(button -> List.of(CLICK, button.label(), BUTTON, button.label()))
                .orElse(List.of());
        Map<String, Variant<?>> hints = Map.of("desktop-entry", new Variant<>("ampel"));
        return server.Notify(
                "Ampel", new UInt32(0), "", notice.title(), notice.text(), actions, hints, AS_LONG_AS_USUAL);
    }

    private void pressed(FreedesktopNotifications.ActionInvoked signal) {
        shown.filter(it -> it.id().equals(signal.id))
                .flatMap(it -> it.notice().button())
                .ifPresent(button -> {
                    takeBack();
                    button.pressed().run();
                });
    }

    private void closed(UInt32 id) {
        shown.filter(it -> it.id().equals(id)).ifPresent(it -> {
            shown = Optional.empty();
            leave(it.connection());
        });
    }

    private void takeBack() {
        shown.ifPresent(it -> {
            shown = Optional.empty();
            try {
                it.server().CloseNotification(it.id());
            } catch (DBusExecutionException e) {
                LOG.debug("The message was gone already", e);
            }
            leave(it.connection());
        });
    }

    private static void leave(DBusConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("Leaving the bus failed", e);
        }
    }

    private void run(Runnable task) {
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("A message failed unexpectedly", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("No more messages are shown", e);
        }
    }

    @Override
    public void close() {
        withdraw();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
