package app.ampel;

import app.ampel.service.threads.Daemons;
import app.ampel.service.threads.Dispatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a program is taken apart. The lights come first and on a thread of their own, so that nothing that hangs or fails
 * meanwhile keeps one lit; after them each step is taken whatever became of the ones before.
 */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final List<Thread> dark;

    private Ending(List<Thread> dark) {
        this.dark = dark;
    }

    /** @param dark each switches off some lights, and may block */
    static Ending begin(Runnable... dark) {
        return new Ending(Arrays.stream(dark).map(Ending::beside).toList());
    }

    private static Thread beside(Runnable dark) {
        Runnable task = () -> Dispatch.guarded("The end of the lights", dark);
        Thread thread = Daemons.thread("ampel-dark", task);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            LOG.warn("There is no thread for the end of the lights", e);
            task.run();
        }
        return thread;
    }

    Ending then(String what, Runnable step) {
        Dispatch.guarded(what, step);
        return this;
    }

    /** Waits until the lights are dark, or cannot be made so. */
    Ending awaitDark(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread thread : dark) {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }
}
