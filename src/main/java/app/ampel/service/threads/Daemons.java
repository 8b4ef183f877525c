package app.ampel.service.threads;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no program from ending, by the one way in which Ampel makes any. Their names begin with {@code ampel-}. */
public final class Daemons {

    private Daemons() {}

    /** Makes threads of that name. */
    public static ThreadFactory named(String name) {
        return task -> thread(name, task);
    }

    /** One that has not been started. */
    public static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
