package app.ampel.face.screenlight;

/** What the system can do about a window when the screen is shared. */
@FunctionalInterface
public interface Sharing {

    /**
     * Keeps a window of this program out of what others see of the screen. Quick.
     *
     * @param title the window's title
     * @return false where the system cannot, or does not want to
     */
    boolean keepOut(String title);
}
