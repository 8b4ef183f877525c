package app.ampel.face.screenlight;

/**
 * What only the desktop can do for a window that is no window to whoever sees it, and that JavaFX cannot ask it for. Quick;
 * on the toolkit's thread.
 */
public interface LampDesktop {

    /**
     * Keeps a window of this program out of what others see of a shared screen.
     *
     * @param title the window's title
     * @return false where the system cannot, or does not want to
     */
    boolean keepOut(String title);

    /** Whether a window that belongs to an unseen one is not in the task bar. */
    boolean hidesOwned();

    /**
     * Takes a shown window out of the task bar, where {@link #hidesOwned} does not.
     *
     * @param window what the desktop calls it
     * @return false: the desktop does not know the window yet, and wants to be told again a little later
     */
    boolean leaveTaskBar(long window);

    /**
     * Gives a shown window another shape, where nothing can be seen through it.
     *
     * @param window what the desktop calls it
     * @param diameter of the disc that is left, in pixels; 0: nothing is
     */
    void cut(long window, int diameter);
}
