package app.ampel.light.screen;

import java.util.Optional;

/** Where the light on the screen is kept between two starts. Called on the toolkit's thread; must not block. */
public interface Place {

    /** The upper left corner, in the desktop's units. */
    record Spot(double x, double y) {}

    /** Empty: it has never been moved. */
    Optional<Spot> last();

    void keep(Spot spot);
}
