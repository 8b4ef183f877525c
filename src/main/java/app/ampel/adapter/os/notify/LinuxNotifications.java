package app.ampel.adapter.os.notify;

import app.ampel.adapter.os.bus.Bus;
import app.ampel.adapter.os.bus.BusNames;
import app.ampel.domain.retry.BackOff;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.threads.Daemons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
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

    /** A minute after the first attempt there is no hope. */
    private static final int MOST_RETRIES = 6;

    private final Supplier<DBusConnectionBuilder> bus;
    private final BackOff backOff;
    private final ThreadPoolExecutor thread;

    // What follows belongs to the thread.
    private Optional<Shown> shown = Optional.empty();
    private Optional<Notice> wanted = Optional.empty();
    private int failures;

    LinuxNotifications(Supplier<DBusConnectionBuilder> bus, BackOff backOff) {
        this.bus = bus;
        this.backOff = backOff;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("ampel-notice"));
        thread.allowCoreThreadTimeOut(true);
    }

    /** On the session bus of whoever runs the program. */
    public static LinuxNotifications ofThisSession() {
        return new LinuxNotifications(Bus::session, Bus.RETRY);
    }

    private record Shown(DBusConnection connection, FreedesktopNotifications server, UInt32 id, Notice notice) {}

    @Override
    public void show(Notice notice) {
        run(() -> {
            takeBack();
            presentOrWait(notice);
        });
    }

    @Override
    public void show(Notice notice, Runnable otherwise) {
        run(() -> {
            takeBack();
            if (!present(notice)) {
                takeBack();
                otherwise.run();
            }
        });
    }

    @Override
    public void withdraw() {
        run(this::takeBack);
    }

    /** Whoever shows messages may come a little later than we do at the beginning of a session. */
    private void presentOrWait(Notice notice) {
        wanted = Optional.of(notice);
        if (!present(notice)) {
            failures++;
            if (failures <= MOST_RETRIES) {
                again(notice);
            }
        }
    }

    private boolean present(Notice notice) {
        try {
            DBusConnection connection = Bus.connect(bus);
            try {
                FreedesktopNotifications server = connection.getRemoteObject(
                        FreedesktopNotifications.NAME, FreedesktopNotifications.PATH, FreedesktopNotifications.class);
                hear(connection);
                shown = Optional.of(new Shown(connection, server, notify(server, notice), notice));
                failures = 0;
                return true;
            } catch (DBusException | RuntimeException e) {
                Bus.leave(connection);
                throw e;
            }
        } catch (DBusException | RuntimeException e) {
            LOG.info("No message can be shown here: {}", e.getMessage());
            return false;
        }
    }

    private void again(Notice notice) {
        CompletableFuture.delayedExecutor(backOff.after(failures).toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> run(() -> {
                    if (shown.isEmpty() && wanted.filter(it -> it == notice).isPresent()) {
                        presentOrWait(notice);
                    }
                }));
    }

    /** What others say of messages is nothing to us. */
    private void hear(DBusConnection connection) throws DBusException {
        BusNames names = new BusNames(connection);
        names.follow(FreedesktopNotifications.NAME, () -> run(() -> gone(names)));
        names.listen(
                FreedesktopNotifications.NAME,
                signal("ActionInvoked"),
                signal -> number(signal).ifPresent(id -> run(() -> pressed(id))));
        names.listen(
                FreedesktopNotifications.NAME,
                signal("NotificationClosed"),
                signal -> number(signal).ifPresent(id -> run(() -> closed(id))));
    }

    private static DBusMatchRuleBuilder signal(String member) {
        return DBusMatchRuleBuilder.create()
                .withInterface(FreedesktopNotifications.NAME)
                .withMember(member);
    }

    private static Optional<UInt32> number(DBusSignal signal) {
        Object[] said = BusNames.parameters(signal);
        return said.length > 0 && said[0] instanceof UInt32 id ? Optional.of(id) : Optional.empty();
    }

    /** With whoever showed it the message is gone, and its number may be another's. */
    private void gone(BusNames names) {
        if (names.owner(FreedesktopNotifications.NAME).isEmpty()) {
            shown.ifPresent(it -> {
                shown = Optional.empty();
                Bus.leave(it.connection());
            });
        }
    }

    private static UInt32 notify(FreedesktopNotifications server, Notice notice) {
        List<String> actions = notice.button()
                .map(button -> List.of(CLICK, button.label(), BUTTON, button.label()))
                .orElse(List.of());
        Map<String, Variant<?>> hints = Map.of("desktop-entry", new Variant<>("ampel"));
        return server.Notify(
                "Ampel", new UInt32(0), "", notice.title(), body(server, notice), actions, hints, AS_LONG_AS_USUAL);
    }

    /** Where a message may have markup in it, what others are called is none. */
    private static String body(FreedesktopNotifications server, Notice notice) {
        String text = notice.text();
        if (!text.matches("(?s).*[&<>].*") || !server.GetCapabilities().contains("body-markup")) {
            return text;
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void pressed(UInt32 id) {
        shown.filter(it -> it.id().equals(id))
                .flatMap(it -> it.notice().button())
                .ifPresent(button -> {
                    takeBack();
                    button.pressed().run();
                });
    }

    private void closed(UInt32 id) {
        shown.filter(it -> it.id().equals(id)).ifPresent(it -> {
            shown = Optional.empty();
            Bus.leave(it.connection());
        });
    }

    private void takeBack() {
        wanted = Optional.empty();
        failures = 0;
        shown.ifPresent(it -> {
            shown = Optional.empty();
            try {
                it.server().CloseNotification(it.id());
            } catch (DBusExecutionException e) {
                LOG.debug("The message was gone already", e);
            }
            Bus.leave(it.connection());
        });
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
