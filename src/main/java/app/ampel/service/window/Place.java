package app.ampel.service.window;

/**
 * A place on the screen, in the desktop's units.
 *
 * @param x of the upper left corner, the title bar's if there is one
 * @param width nothing: what stands there has its size from elsewhere
 * @param maximized whether it fills its monitor for now; the rest is what it goes back to
 */
public record Place(double x, double y, double width, double height, boolean maximized) {

    public Place {
        if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
            throw new IllegalArgumentException("no place: " + x + " " + y + " " + width + " " + height);
        }
    }

    public Place(double x, double y, double width, double height) {
        this(x, y, width, height, false);
    }
}
