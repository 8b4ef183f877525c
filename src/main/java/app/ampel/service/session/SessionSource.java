package app.ampel.service.session;

/** Tells {@link SessionEvents}, as far as this system says them. */
public interface SessionSource extends AutoCloseable {

    /** How it is known whether the screen is locked. */
    enum LockSign {
        /** There is somebody who says so. */
        TOLD,
        /** Nobody says so; whether a locker that is known runs is looked at from time to time. */
        LOCKERS,
        /** Not at all. */
        NONE
    }

    /** Begins; takes no time. */
    void start();

    /** Whether the session is seen from another computer, as far as this source knows. */
    default boolean isRemote() {
        return false;
    }

    /** Whether, now, there is somebody who tells when the screen is locked; that nobody objects to listening is no sign. */
    LockSign lockSign();

    /** Whether, now, there is somebody who tells before the computer sleeps. */
    boolean hearsSleep();

    @Override
    void close();
}
