package app.ampel.ui;

import app.ampel.words.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's window: opened on demand, raised when it is open, gone when it is closed, while the program goes on.
 * The toolkit starts with the first. Any thread.
 */
public final class Windows implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

    private static final long LET_GO_SECONDS = 20;

    private final Toolkit toolkit;
    private final WindowHost host;
    private final Words words;
    private final ZoneId zone;
    private final Clock clock;
    private final Once closing;
    private final BooleanSupplier dark;
    private Optional<MainWindow> open = Optional.empty();

    /**
     * @param clock what sign-in codes expire by
     * @param closing what closing a window means
     * @param dark whether the desktop is dark; asked whenever somebody opens the window or comes back to it, may take a
     *     second
     */
    public Windows(
            Toolkit toolkit,
            WindowHost host,
            Words words,
            ZoneId zone,
            Clock clock,
            Once closing,
            BooleanSupplier dark) {
        this.toolkit = toolkit;
        this.host = host;
        this.words = words;
        this.zone = zone;
        this.clock = clock;
        this.closing = closing;
        this.dark = dark;
    }

    /**
     * Opens the window, or brings it to the front. Blocks while the toolkit starts and the desktop is asked for its
     * colours.
     *
     * @return false when there can be no window here
     */
    public boolean show() {
        return show(window -> {});
    }

    /** The same, at the settings. */
    public boolean showSettings() {
        return show(MainWindow::goToSettings);
    }

    private boolean show(Consumer<MainWindow> then) {
        CompletableFuture<Boolean> isDark = CompletableFuture.supplyAsync(dark::getAsBoolean, this::beside);
        if (!toolkit.start()) {
            return false;
        }
        boolean darkNow = isDark.exceptionally(e -> false).join();
        try {
            toolkit.execute(() -> showNow(darkNow, then));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void beside(Runnable task) {
        Thread thread = new Thread(task, "ampel-window-colours");
        thread.setDaemon(true);
        thread.start();
    }

    private void showNow(boolean darkNow, Consumer<MainWindow> then) {
        try {
            open.ifPresentOrElse(MainWindow::raise, () -> openNow(darkNow));
            open.ifPresent(then);
        } catch (RuntimeException e) {
            LOG.error("The window could not be opened", e);
        }
    }

    private void openNow(boolean darkNow) {
        made(darkNow).open();
    }

    private MainWindow made(boolean darkNow) {
        Theme.wear(darkNow);
        MainWindow window = new MainWindow(host, words, zone, clock, closing);
        open = Optional.of(window);
        window.stage().setOnHidden(event -> {
            open = open.filter(it -> it != window);
            CompletableFuture.delayedExecutor(LET_GO_SECONDS, TimeUnit.SECONDS).execute(this::letGo);
        });
        window.onReturn(() -> beside(this::colour));
        return window;
    }

    /** What a window held is a fifth of all memory; it is not needed in a hurry, since another may open in its place. */
    private void letGo() {
        onToolkit(() -> {
            if (open.isEmpty()) {
                System.gc();
            }
        });
    }

    /** The looks have changed in the settings; an open window follows. Returns before that is done. */
    public void follow() {
        if (toolkit.isRunning()) {
            beside(() -> {
                boolean darkNow = dark.getAsBoolean();
                onToolkit(() -> open.ifPresent(window -> follow(window, darkNow)));
            });
        }
    }

    private void follow(MainWindow window, boolean darkNow) {
        if (window.isOutdated()) {
            made(darkNow).replace(window);
        } else {
            Theme.wear(darkNow);
        }
    }

    /** Where it was switched is another window: the desktop's settings, or the hour. */
    private void colour() {
        boolean darkNow = dark.getAsBoolean();
        onToolkit(() -> Theme.wear(darkNow));
    }

    private void onToolkit(Runnable task) {
        try {
            toolkit.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The toolkit has ended already", e);
        }
    }

    /** Closes the window; the toolkit goes on. Returns before that is done. */
    @Override
    public void close() {
        if (toolkit.isRunning()) {
            onToolkit(() -> open.ifPresent(MainWindow::close));
        }
    }
}
