package app.ampel.face.window.frame;

import app.ampel.service.text.Messages;
import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import app.ampel.service.window.AppWindow;
import app.ampel.service.window.Section;
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
public final class Windows implements AppWindow {

    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

    private static final long LET_GO_SECONDS = 20;

    private final Toolkit toolkit;
    private final WindowServices services;
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
            WindowServices services,
            Messages words,
            Supplier<ZoneId> zone,
            Clock clock,
            SeenFlag closing,
            BooleanSupplier dark,
            Runnable letGo) {
        this.toolkit = toolkit;
        this.services = services;
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
     */
    @Override
    public boolean show() {
        return showThen(window -> {});
    }

    @Override
    public boolean show(Section section) {
        return showThen(window -> window.goTo(section));
    }

    private boolean showThen(Consumer<MainWindow> then) {
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
        return Dispatch.supply(this::beside, dark::getAsBoolean)
                .exceptionally(e -> false)
                .thenAccept(isDark -> {
                    seen = Optional.of(isDark);
                    if (toolkit.isRunning()) {
                        onToolkit(() -> Theme.wear(isDark));
                    }
                });
    }

    private void beside(Runnable task) {
        Daemons.thread("ampel-window-colours", task).start();
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
        MainWindow window = new MainWindow(services, words, zone, clock, closing);
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

    @Override
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

    /** The toolkit goes on. */
    @Override
    public void close() {
        if (toolkit.isRunning()) {
            onToolkit(() -> open.ifPresent(MainWindow::close));
        }
    }
}
