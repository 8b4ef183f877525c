package app.ampel.desktop;

/** Tells {@link SessionEvents}, as far as this system says them. */
public interface SessionSource extends AutoCloseable {

    /** Begins; takes no time. */
    void start();

    /** Whether the session is seen from another computer, as far as this source knows. */
    default boolean isRemote() {
        return false;
    }

    /** Whether this system tells when the screen is locked. */
    boolean hearsLock();

    /** Whether this system tells before it sleeps. */
    boolean hearsSleep();

    @Override
    void close();
}
