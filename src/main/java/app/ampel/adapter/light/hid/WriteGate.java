package app.ampel.adapter.light.hid;

import app.ampel.domain.light.LightState.Condition;
import app.ampel.service.lights.manager.LightException;
import java.time.Duration;
import java.util.TreeSet;
import org.hid4java.HidDevice;

/**
 * Keeps opening and closing away from writes that are under way. Linux guards all HID nodes with one lock: while a light
 * does not answer a write, which takes 5 s, opening or closing another one waits, and whoever waits there stops the
 * writes to all others. Any thread.
 */
final class WriteGate {

    /** A write to a light that hangs ends after 5 s. */
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(10);

    private final TreeSet<Long> writing = new TreeSet<>();
    private long next;

    /** A write begins. Returns its number, for {@link #leave}. */
    synchronized long enter() {
        writing.add(next);
        return next++;
    }

    synchronized void leave(long number) {
        writing.remove(number);
        notifyAll();
    }

    /**
     * Waits until all writes have ended that are under way now, but not for ever: elsewhere than on Linux a write may never
     * end. Those that begin meanwhile are not waited for: among many lights there is always one.
     */
    synchronized void awaitQuiet(Duration atMost) throws InterruptedException {
        long before = next;
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (!writing.isEmpty() && writing.first() < before && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    /** Opens the device at that path when nothing is being written. */
    HidDevice open(String path, Hidapi hidapi) throws LightException {
        try {
            awaitQuiet(QUIET_WITHIN);
            return hidapi.open(path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LightException(Condition.NOT_ANSWERING, "interrupted", e);
        }
    }

    /** Closes a device when nothing is being written. */
    void close(HidDevice device, Hidapi hidapi) throws LightException {
        try {
            awaitQuiet(QUIET_WITHIN);
            hidapi.close(device);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
