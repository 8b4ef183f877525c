package app.ampel.face.tray.awt;

import app.ampel.face.tray.Icon;
import app.ampel.face.tray.MenuSign;
import app.ampel.face.tray.Pixmap;
import app.ampel.face.tray.TrayAction;
import app.ampel.face.tray.TrayMenu;
import app.ampel.face.tray.TrayRenderer;
import app.ampel.service.notifications.Notifications;
import app.ampel.service.threads.Daemons;
import java.awt.AWTException;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon in the notification area of Windows or the menu bar of macOS, and the messages that belong to it. AWT may hang
 * when it is first touched: it lives on a thread of its own, and who does not answer in time is not there.
 */
public final class AwtTray implements TrayRenderer, Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long CLOSING_MILLIS = 500;

    /** Windows cuts longer ones off. */
    private static final int LONGEST_TOOLTIP = 127;

    private final ScheduledThreadPoolExecutor thread = daemon("ampel-tray-awt");
    private final ScheduledThreadPoolExecutor watchdog = daemon("ampel-tray-awt-limit");
    private final AtomicReference<TrayMenu> fresh = new AtomicReference<>();
    private volatile Events events;

    // What follows belongs to the thread.
    private Optional<TrayIcon> icon = Optional.empty();
    private Optional<AwtMenu> menu = Optional.empty();
    private Optional<Icon> painted = Optional.empty();
    private Optional<Notice> notice = Optional.empty();
    private boolean tried;

    private static ScheduledThreadPoolExecutor daemon(String name) {
        return new ScheduledThreadPoolExecutor(1, Daemons.named(name));
    }

    @Override
    public void start(Events to) {
        events = to;
        Future<?> late = watchdog.schedule(() -> events.placed(false), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        run(() -> {
            // The launcher starts without AWT; this has to be said before AWT is loaded. No place in macOS's dock.
            System.setProperty("java.awt.headless", "false");
            System.setProperty("apple.awt.UIElement", "true");
            boolean there = SystemTray.isSupported();
            late.cancel(false);
            watchdog.shutdown();
            if (!there) {
                tried = true;
                events.placed(false);
            }
        });
    }

    @Override
    public void show(TrayMenu latest) {
        if (fresh.getAndSet(latest) == null) {
            run(() -> draw(fresh.getAndSet(null)));
        }
    }

    private void draw(TrayMenu latest) {
        if (icon.isEmpty() && !tried) {
            tried = true;
            place(latest);
        }
        icon.ifPresent(it -> {
            if (!painted.equals(Optional.of(latest.icon()))) {
                painted = Optional.of(latest.icon());
                it.setImage(picture(latest.icon()));
            }
            if (!tooltip(latest).equals(it.getToolTip())) {
                it.setToolTip(tooltip(latest));
            }
        });
        menu.ifPresent(it -> it.show(latest));
    }

    private void place(TrayMenu first) {
        PopupMenu popup = new PopupMenu();
        AwtMenu lines = new AwtMenu(popup, first, events::clicked);
        TrayIcon fresh = new TrayIcon(picture(first.icon()), tooltip(first), popup);
        fresh.setImageAutoSize(true);
        fresh.addActionListener(event -> activated());
        fresh.addMouseListener(new Opening());
        try {
            SystemTray.getSystemTray().add(fresh);
            icon = Optional.of(fresh);
            menu = Optional.of(lines);
            painted = Optional.of(first.icon());
            events.placed(true);
        } catch (AWTException e) {
            LOG.info("The icon was not taken: {}", e.getMessage());
            events.placed(false);
        }
    }

    /** A double click on the icon, or a click on the message: AWT tells one from the other no more than this. */
    private void activated() {
        run(() -> {
            Optional<Notifications.Button> button = notice.flatMap(Notice::button);
            notice = Optional.empty();
            button.ifPresentOrElse(it -> it.pressed().run(), () -> events.clicked(new TrayAction.Open()));
        });
    }

    /** AWT shows the menu after this, and tells nobody when it is closed. */
    private final class Opening extends MouseAdapter {

        @Override
        public void mousePressed(MouseEvent event) {
            opening(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            opening(event);
        }

        private void opening(MouseEvent event) {
            if (event.isPopupTrigger() || event.getButton() == MouseEvent.BUTTON3) {
                events.menu(MenuSign.OPENING);
            }
        }
    }

    private static String tooltip(TrayMenu menu) {
        String text = menu.sentence();
        return text.length() <= LONGEST_TOOLTIP ? text : text.substring(0, LONGEST_TOOLTIP - 1) + "…";
    }

    private static BaseMultiResolutionImage picture(Icon icon) {
        return new BaseMultiResolutionImage(
                icon.pictures().stream().map(AwtTray::image).toArray(BufferedImage[]::new));
    }

    private static BufferedImage image(Pixmap pixmap) {
        int size = pixmap.size();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, size, size, pixmap.argb(), 0, size);
        return image;
    }

    @Override
    public void show(Notice latest) {
        show(latest, () -> LOG.info("There is no icon for a message"));
    }

    @Override
    public void show(Notice latest, Runnable otherwise) {
        run(() -> icon.ifPresentOrElse(
                it -> {
                    notice = Optional.of(latest);
                    it.displayMessage(latest.title(), latest.text(), TrayIcon.MessageType.INFO);
                },
                otherwise));
    }

    @Override
    public void withdraw() {
        run(() -> notice = Optional.empty());
    }

    private void run(Runnable task) {
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    LOG.warn("AWT failed", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The tray is closed", e);
        }
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        watchdog.shutdownNow();
        Future<?> gone = thread.submit(
                () -> icon.ifPresent(it -> SystemTray.getSystemTray().remove(it)));
        thread.shutdown();
        try {
            gone.get(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("The icon could not be taken away: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
