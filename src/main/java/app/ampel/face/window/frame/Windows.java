package app.ampel.face.window.frame;

import app.ampel.service.text.Messages;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final WindowPorts ports;
    private final Messages words;
    private final Supplier<ZoneId> zone;
    private final Clock clock;
    private final SeenFlag closing;
    private final BooleanSupplier dark;
    private final Runnable letGo;
    private Optional<MainWindow> open = Optional.empty();

    /** Whether the desktop was dark when it was last asked. */
    private volatile Optional<Boolean> seen = Optional.empty();

    /**
     * @param clock what sign-in codes expire by
     * @param closing what closing a window means
     * @param dark whether the desktop is dark; asked whenever somebody opens the window or comes back to it, may take a
     *     second
     * @param letGo gives back to the system what no window needs any more; on the toolkit's thread, some hundredths of a
     *     second
     */
    public Windows(
            Toolkit toolkit,
            WindowPorts ports,
            Messages words,
            Supplier<ZoneId> zone,
            Clock clock,
            SeenFlag closing,
            BooleanSupplier dark,
            Runnable letGo) {
        this.toolkit = toolkit;
        this.ports = ports;
        this.words = words;
        this.zone = zone;
        this.clock = clock;
        this.closing = closing;
        this.dark = dark;
        this.letGo = letGo;
    }

    /**
     * Opens the window, or brings it to the front. Blocks while the toolkit starts and, the first time, while the desktop
     * is asked for its colours; afterwards the window comes as the last one was, and follows.
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
        CompletableFuture<Void> asked = askForColours();
        if (!toolkit.start()) {
            return false;
        }
        if (seen.isEmpty()) {
            asked.join();
        }
        try {
            toolkit.execute(() -> showNow(then));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Every window has the desktop's colours once the answer is there. */
    private CompletableFuture<Void> askForColours() {
        return CompletableFuture.supplyAsync(dark::getAsBoolean, this::beside)
                .exceptionally(e -> false)
                .thenAccept(isDark -> {
                    seen = Optional.of(isDark);
                    if (toolkit.isRunning()) {
                        onToolkit(() -> Theme.wear(isDark));
                    }
                });
    }

    private void beside(Runnable task) {
        Thread thread = new Thread(task, "ampel-window-colours");
        thread.setDaemon(true);
        thread.start();
    }

    private void showNow(Consumer<MainWindow> then) {
        try {
            open.ifPresentOrElse(MainWindow::raise, () -> made().open());
            open.ifPresent(then);
        } catch (RuntimeException e) {
            LOG.error("The window could not be opened", e);
        }
    }

    private MainWindow made() {
        Theme.wear(seen.orElse(false));
        MainWindow window = new MainWindow(ports, words, zone, clock, closing);
        open = Optional.of(window);
        window.stage().setOnHidden(event -> {
            open = open.filter(it -> it != window);
            CompletableFuture.delayedExecutor(LET_GO_SECONDS, TimeUnit.SECONDS).execute(this::letGo);
        });
        // Where it was switched is another window: the desktop's settings, or the hour.
        window.onReturn(this::askForColours);
        return window;
    }

    /** What a window held is a fifth of all memory; it is not needed in a hurry, since another may open in its place. */
    private void letGo() {
        onToolkit(() -> {
            if (open.isEmpty()) {
                letGo.run();
            }
        });
    }

    /** The looks have changed in the settings; an open window follows. Returns before that is done. */
    public void follow() {
        if (toolkit.isRunning()) {
            askForColours().thenRun(() -> onToolkit(() -> open.ifPresent(this::renew)));
        }
    }

    private void renew(MainWindow window) {
        if (window.isOutdated()) {
            made().replace(window);
        }
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
