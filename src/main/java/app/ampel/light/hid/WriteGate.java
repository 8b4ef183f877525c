package app.ampel.light.hid;

import java.time.Duration;

/**
 * Keeps opening and closing away from writes that are under way. Linux guards all HID nodes with one lock: while a light
 * does not answer a write, which takes 5 s, opening or closing another one waits, and whoever waits there stops the
 * writes to all others. Any thread.
 */
final class WriteGate {

    private int writing;

    synchronized void enter() {
        writing++;
    }

    synchronized void leave() {
        writing--;
        notifyAll();
    }

    /** Waits until nothing is being written, but not for ever: elsewhere than on Linux a write may never end. */
    synchronized void awaitQuiet(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (writing > 0 && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
