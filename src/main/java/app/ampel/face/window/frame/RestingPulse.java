package app.ampel.face.window.frame;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets JavaFX's pulse rest while nothing is to be drawn. JavaFX pauses and resumes its pulse timer on every system, but
 * only macOS's timer does anything about it (JDK-8189926); Linux's goes on waking the process for ever, which for an open
 * window that nobody touches is most of what it costs. This is the same timer, paused by being stopped.
 *
 * <p>There is no public way to it: where JavaFX's insides are not as in version 21, the pulse goes on as it does by itself.
 */
final class RestingPulse extends Timer {

    private static final Logger LOG = LoggerFactory.getLogger(RestingPulse.class);
    private static final String ON_LINUX = "com.sun.glass.ui.gtk.GtkApplication";

    private final Timer beat;
    private int period;

    private RestingPulse(Runnable pulse) {
        super(pulse);
        beat = Application.GetApplication().createTimer(pulse);
    }

    /** To be called on the toolkit's thread while it starts, before it starts its pulse. */
    static void install() {
        if (!Application.GetApplication().getClass().getName().equals(ON_LINUX)) {
            return;
        }
        try {
            Object toolkit = Toolkit.getToolkit();
            Runnable pulse = (Runnable) field(toolkit, "timerRunnable").get(toolkit);
            field(toolkit, "pulseTimer").set(toolkit, new RestingPulse(pulse));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.info("The pulse does not rest: {}", e.toString());
        }
    }

    private static Field field(Object toolkit, String name) throws NoSuchFieldException {
        Field field = toolkit.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected long _start(Runnable pulse) {
        throw new UnsupportedOperationException("Linux has no timer that follows the screen");
    }

    /** What comes back stands for a native timer, and only must not be zero. */
    @Override
    protected long _start(Runnable pulse, int milliseconds) {
        period = milliseconds;
        beat.start(period);
        return 1;
    }

    @Override
    protected void _stop(long timer) {
        beat.stop();
    }

    @Override
    protected void _pause(long timer) {
        beat.stop();
    }

    /** Called for every change of the scene, from any thread. */
    @Override
    protected void _resume(long timer) {
        if (!beat.isRunning()) {
            beat.start(period);
        }
    }
}
