package app.ampel.face.window.frame;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JavaFX, started when it is first needed, once in a process: a toolkit that has ended cannot begin again. As an
 * executor it runs tasks on the toolkit's thread. Any thread.
 */
public final class Toolkit implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Toolkit.class);

    /** While something moves, a blinking caret too; at JavaFX's usual 60 that is half a percent of a core. */
    private static final String PULSES_A_SECOND = "30";

    /** As {@code StartupWMClass} in packaging/linux/ampel.desktop. */
    static final String WINDOW_CLASS = "ampel";

    private enum State {
        ASLEEP,
        RUNNING,
        MISSING
    }

    private final Path libraries;
    private final boolean drawnByProcessor;
    private State state = State.ASLEEP;

    /**
     * @param libraries where JavaFX unpacks its native libraries
     * @param drawnByProcessor whether a graphics card is left alone
     */
    public Toolkit(Path libraries, boolean drawnByProcessor) {
        this.libraries = libraries;
        this.drawnByProcessor = drawnByProcessor;
    }

    /** Starts it unless it runs, which takes some tenths of a second. False when there is no display or no library. */
    public synchronized boolean start() {
        if (state == State.ASLEEP) {
            state = tryToStart() ? State.RUNNING : State.MISSING;
        }
        return state == State.RUNNING;
    }

    /** Whether it has been started. */
    public synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    private boolean tryToStart() {
        prepare();
        try {
            Platform.startup(Toolkit::arrange);
        } catch (IllegalStateException e) {
            LOG.debug("Somebody else has started the toolkit", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.info("No window is possible here: {}", e.toString());
            return false;
        }
        Platform.setImplicitExit(false);
        return true;
    }

    private static void arrange() {
        sayWhoseWindowsTheyAre();
        RestingPulse.install();
    }

    /**
     * The class of windows on Linux, by which panels and docks find name and icon in the launcher's file. JavaFX takes it
     * from the application that it starts; there is none here, and no public way to say it.
     */
    private static void sayWhoseWindowsTheyAre() {
        com.sun.glass.ui.Application.GetApplication().setName(WINDOW_CLASS);
    }

    /** Drawing by the processor: a window this small needs no graphics card, whose driver alone takes more memory. */
    private void prepare() {
        if (drawnByProcessor) {
            unlessSet("prism.order", "sw");
        }
        // Ready-made backgrounds of controls: eight megabytes, for a window that is seldom drawn.
        unlessSet("prism.disableRegionCaching", "true");
        beSilentAboutThePulse();
        unlessSet("javafx.animation.pulse", PULSES_A_SECOND);
        unlessSet("javafx.cachedir", libraries.toString());
    }

    /** JavaFX prints the pulse in the terminal when it is set already while this class of its own is made ready. */
    private static void beSilentAboutThePulse() {
        try {
            Class.forName("com.sun.scenario.animation.AbstractPrimaryTimer");
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("JavaFX is not as expected; it may print its pulse", e);
        }
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** @throws RejectedExecutionException when there is no toolkit */
    @Override
    public void execute(Runnable task) {
        if (!start()) {
            throw new RejectedExecutionException("no toolkit");
        }
        Platform.runLater(task);
    }

    /**
     * Takes no more tasks. The toolkit itself ends with the process: its threads are daemons, and while the process
     * ends JavaFX may have gone already, so that {@link Platform#exit} would wait for ever.
     */
    public synchronized void close() {
        state = State.MISSING;
    }
}
