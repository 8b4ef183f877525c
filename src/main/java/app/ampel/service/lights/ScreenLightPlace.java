package app.ampel.service.lights;

import java.util.Optional;

/** Where the light on the screen is kept between two starts. Called on the toolkit's thread; must not block. */
public interface ScreenLightPlace {

    /** The upper left corner, in the desktop's units. */
    record Spot(double x, double y) {}

    /**
     * Where it was left.
     *
     * @param monitors names a set of monitors: no blanks
     * @return empty: with these it has never been moved
     */
    Optional<Spot> last(String monitors);

    /** @param spot empty: back to its corner */
    void keep(String monitors, Optional<Spot> spot);
}
