package app.ampel.service.wall;

/** The port to whatever darkens and locks the screen when nobody touches the computer. Any thread; nothing blocks or fails. */
@FunctionalInterface
public interface ScreenAwake {

    /**
     * Keeps the screen lit from now on, where the system lets that be asked for. The user can lock it all the same.
     *
     * @return ends it; harmless when it has ended
     */
    Runnable hold();
}
