package app.ampel.adapter.os.session.awt;

import app.ampel.service.session.SessionEvents;
import app.ampel.service.session.SessionSource;
import app.ampel.service.threads.Daemons;
import java.awt.AWTError;
import java.awt.Desktop;
import java.awt.desktop.SystemSleepEvent;
import java.awt.desktop.SystemSleepListener;
import java.awt.desktop.UserSessionEvent;
import java.awt.desktop.UserSessionListener;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sleep, lock and fast user switching on Windows and macOS. A screen that has gone dark changes nothing: it may be dark
 * because its user is on the telephone. The end of a session is a signal to the process, not an event here.
 */
public final class AwtSession implements SessionSource, SystemSleepListener, UserSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(AwtSession.class);

    private final SessionEvents events;
    private final Supplier<Optional<Boolean>> now;
    private volatile boolean closed;
    private volatile boolean hearsLock;
    private volatile boolean hearsSleep;

    /** @param now whether the screen is locked; nobody tells of a lock that was there before us */
    public AwtSession(SessionEvents events, Supplier<Optional<Boolean>> now) {
        this.events = events;
        this.now = now;
    }

    /** AWT may hang when it is first touched: it is touched on a thread that nobody waits for. */
    @Override
    public void start() {
        Daemons.thread("ampel-session", this::listen).start();
    }

    private void listen() {
        try {
            // The launcher starts without AWT; this has to be said before AWT is loaded. No place in macOS's dock.
            System.setProperty("java.awt.headless", "false");
            System.setProperty("apple.awt.UIElement", "true");
            Desktop desktop = Desktop.getDesktop();
            hearsSleep = desktop.isSupported(Desktop.Action.APP_EVENT_SYSTEM_SLEEP);
            hearsLock = desktop.isSupported(Desktop.Action.APP_EVENT_USER_SESSION);
            if (hearsSleep || hearsLock) {
                desktop.addAppEventListener(this);
            } else {
                LOG.info("This desktop does not tell of sleep and sessions");
            }
        } catch (UnsupportedOperationException | AWTError | LinkageError e) {
            LOG.info("No desktop to hear of: {}", e.toString());
        }
        check();
    }

    /** How it is, whatever was told: at the beginning, and when something may have been missed meanwhile. */
    private void check() {
        now.get().ifPresent(locked -> unlessClosed(() -> events.locked(locked)));
    }

    @Override
    public void systemAboutToSleep(SystemSleepEvent event) {
        unlessClosed(events::sleeps);
    }

    @Override
    public void systemAwoke(SystemSleepEvent event) {
        unlessClosed(events::woke);
        check();
    }

    @Override
    public void userSessionDeactivated(UserSessionEvent event) {
        changed(event.getReason(), true);
    }

    @Override
    public void userSessionActivated(UserSessionEvent event) {
        changed(event.getReason(), false);
    }

    private void changed(UserSessionEvent.Reason reason, boolean gone) {
        unlessClosed(() -> {
            switch (reason) {
                case LOCK -> events.locked(gone);
                case CONSOLE, REMOTE, UNSPECIFIED -> {
                    events.away(gone);
                    if (!gone) {
                        check();
                    }
                }
            }
        });
    }

    private void unlessClosed(Runnable told) {
        if (!closed) {
            told.run();
        }
    }

    @Override
    public LockSign lockSign() {
        return hearsLock ? LockSign.TOLD : LockSign.NONE;
    }

    @Override
    public boolean hearsSleep() {
        return hearsSleep;
    }

    @Override
    public void close() {
        closed = true;
    }
}
