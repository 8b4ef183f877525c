package app.ampel.service.threads;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What stands between somebody who knows something and somebody who wants to: the newest value waits here until the
 * receiver, on a thread of its own, takes it. A receiver that is slow, hangs or throws holds up nobody, and of values that
 * came meanwhile it gets the last. It is told one at a time. Any thread.
 */
public final class Mailbox<T> {

    private final Executor executor;
    private final Consumer<T> receiver;
    private final AtomicReference<T> newest = new AtomicReference<>();
    private final AtomicBoolean onItsWay = new AtomicBoolean();
    private volatile boolean closed;

    /** @param executor where {@code receiver} may take as long as it likes */
    public Mailbox(Executor executor, Consumer<T> receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    /**
     * Puts {@code value} in the place of what was not taken yet. Never blocks.
     *
     * @return false when there is no thread to bring it: {@link #deliver} tries again
     */
    public boolean put(T value) {
        leave(value);
        return deliver();
    }

    /** Puts {@code value} in the place of what was not taken yet, for the next {@link #deliver}: for who holds a lock. */
    public void leave(T value) {
        newest.set(value);
    }

    /** Sees to it that what lies here is brought. Never blocks. */
    public boolean deliver() {
        if (closed || newest.get() == null || !onItsWay.compareAndSet(false, true)) {
            return true;
        }
        boolean handedOver = Dispatch.run(executor, this::bring);
        if (!handedOver) {
            onItsWay.set(false);
        }
        return handedOver;
    }

    private void bring() {
        try {
            T value = newest.getAndSet(null);
            if (value != null && !closed) {
                receiver.accept(value);
            }
        } finally {
            onItsWay.set(false);
            deliver();
        }
    }

    /** Nothing more is brought. Returns at once, even while the receiver is being told. */
    public void close() {
        closed = true;
        newest.set(null);
    }
}
