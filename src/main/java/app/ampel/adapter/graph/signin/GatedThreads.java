package app.ampel.adapter.graph.signin;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Threads that begin a task only after the call that handed it over has returned. MSAL4J 1.26.0 needs it where the other
 * side answers at once: its device code flow looks for its own future, which is noted down only after the task was
 * handed to a thread, and dies of a NullPointerException when it is first.
 */
public final class GatedThreads extends ThreadPoolExecutor {

    private final ReentrantLock gate = new ReentrantLock();

    public GatedThreads(ThreadFactory threads) {
        super(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /** Makes the call, which must not wait for its tasks: none of them begins before it has returned. */
    public <T> T handingOver(Supplier<T> call) {
        gate.lock();
        try {
            return call.get();
        } finally {
            gate.unlock();
        }
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        gate.lock();
        gate.unlock();
    }
}
