package app.ampel.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Notes when Graph answered and when the light was told; never two of them at the same time. */
final class RoundTrips {

    private static final long PATIENCE_SECONDS = 120;

    private final Semaphore told = new Semaphore(0);
    private final CountDownLatch all;
    private final double[] milliseconds;
    private volatile long answeredAt;
    private int count;

    RoundTrips(int number) {
        milliseconds = new double[number];
        all = new CountDownLatch(number);
    }

    /** The last thing before an answer: waits until the light knows the one before. */
    void answer() throws InterruptedException {
        told.acquire();
        answeredAt = System.nanoTime();
    }

    /** The first colour of all answers nothing. */
    synchronized void written() {
        long now = System.nanoTime();
        if (answeredAt != 0 && count < milliseconds.length) {
            milliseconds[count++] = (now - answeredAt) / 1e6;
            all.countDown();
        }
        told.release();
    }

    double[] awaitMilliseconds() throws InterruptedException {
        if (!all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + count + " answers reached the light");
        }
        return milliseconds.clone();
    }
}
