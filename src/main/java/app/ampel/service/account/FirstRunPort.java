package app.ampel.service.account;

/** What a first run asks of the computer. Any thread; all but {@link #canStartWithSession} may block. */
public interface FirstRunPort {

    /** Whether somebody has been through it, or has signed in with this home in some other way. */
    boolean isOver();

    /** Remembers that somebody has been through it. */
    void over();

    /** Starts the demo, a program of its own, unless it is running. False: it cannot be started. */
    boolean startDemo();

    /** Whether the program can be started with the session. */
    boolean canStartWithSession();

    /** Has it started with the session, or no longer; false when that could not be arranged. */
    boolean startWithSession(boolean on);
}
