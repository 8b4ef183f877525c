package app.ampel.service.window;

import app.ampel.service.threads.Dispatch;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The way to the window for whoever asks for it, and from there to what is outside. Any thread. */
public final class WindowService implements AutoCloseable {

    private final Supplier<AppWindow> make;
    private final Runnable impossible;
    private final Outside outside;
    private final Executor beside;
    private final Runnable end;
    private Optional<AppWindow> window = Optional.empty();

    /**
     * What other programs show; each says false where there is none that can.
     *
     * @param pages in the browser, letters in the mail program
     * @param folders in the file manager, which may take long
     * @param home the folder of this program's files
     * @param log the folder of its log
     */
    public record Outside(Predicate<URI> pages, Predicate<Path> folders, Path home, Path log) {}

    /**
     * @param make asked once, when somebody wants to see the window
     * @param impossible says that there can be none
     * @param beside runs what starts programs, which may hang
     * @param end begins the program's end
     */
    public WindowService(
            Supplier<AppWindow> make, Runnable impossible, Outside outside, Executor beside, Runnable end) {
        this.make = make;
        this.impossible = impossible;
        this.outside = outside;
        this.beside = beside;
        this.end = end;
    }

    /** Opens the window, or brings it to the front. Blocks while the toolkit starts. */
    public void show() {
        shown(made().show());
    }

    /** The same, at a page. */
    public void show(Section section) {
        shown(made().show(section));
    }

    private synchronized AppWindow made() {
        AppWindow there = window.orElseGet(make);
        window = Optional.of(there);
        return there;
    }

    private void shown(boolean isShown) {
        if (!isShown) {
            impossible.run();
        }
    }

    /** Other looks have been chosen; an open window follows. Returns before that is done. */
    public void follow() {
        existing().ifPresent(AppWindow::follow);
    }

    private synchronized Optional<AppWindow> existing() {
        return window;
    }

    /** Opens a page in the browser, or a letter in the mail program; false where there is none. */
    public boolean open(URI page) {
        return outside.pages().test(page);
    }

    /** Shows the folder of this program's files, with the settings in it; false where nothing can show folders. */
    public CompletableFuture<Boolean> openHome() {
        return openFolder(outside.home());
    }

    /** The same for its log. */
    public CompletableFuture<Boolean> openLog() {
        return openFolder(outside.log());
    }

    private CompletableFuture<Boolean> openFolder(Path folder) {
        return Dispatch.supply(beside, () -> outside.folders().test(folder));
    }

    /** Ends the program in good order; returns before that is done. */
    public void quit() {
        end.run();
    }

    /** Closes the window; returns before that is done. */
    @Override
    public void close() {
        existing().ifPresent(AppWindow::close);
    }
}
