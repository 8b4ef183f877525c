package app.ampel.service.lights.manager;

import java.time.Duration;
import java.time.Instant;

/** The manager's one thread and its clock. Cranked by hand in tests. */
public interface Scheduler {

    /** The wall clock: unlike the delays below it goes on while the computer sleeps. */
    Instant now();

    /** Runs {@code task} on the manager's thread, soon. Any thread; harmless after {@link #close}. */
    void run(Runnable task);

    /**
     * Runs {@code task} on the manager's thread after {@code delay}.
     *
     * @return takes it back; harmless when it has run
     */
    Runnable after(Duration delay, Runnable task);

    /** No further task runs. */
    void close();
}
