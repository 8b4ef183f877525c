package app.ampel.desktop;

/** Tells {@link SessionEvents}, as far as this system says them. */
public interface SessionSource extends AutoCloseable {

    /** Begins; takes no time. */
    void start();

    /** Whether the session is seen from another computer, as far as this source knows. */
    default boolean isRemote() {
        return false;
    }

    @Override
    void close();
}
