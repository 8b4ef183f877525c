package app.ampel.adapter.light.hid;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Keeps a report away from the one before it, for lights that cannot take them as fast as we can. One thread at a time. */
final class Pace {

    private final long gap;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private boolean first = true;
    private long last;

    Pace(Duration gap) {
        this(gap, System::nanoTime, LockSupport::parkNanos);
    }

    /** @param pause waits so many nanoseconds, or less */
    Pace(Duration gap, LongSupplier nanos, LongConsumer pause) {
        this.gap = gap.toNanos();
        this.nanos = nanos;
        this.pause = pause;
    }

    /** Waits until the next report may be sent, and takes it that it is sent now. An interrupt ends the waiting. */
    void await() {
        long left = first ? 0 : last + gap - nanos.getAsLong();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            pause.accept(left);
            left = last + gap - nanos.getAsLong();
        }
        first = false;
        last = nanos.getAsLong();
    }
}
