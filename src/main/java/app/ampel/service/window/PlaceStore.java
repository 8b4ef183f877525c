package app.ampel.service.window;

import java.util.Optional;

/**
 * Where something that stands on the screen was left, kept from one start to the next: the window, or the light on the
 * screen. Each has a store of its own. Called on the toolkit's thread; must not block.
 */
public interface PlaceStore {

    /**
     * Where it was left.
     *
     * @param monitors names a set of monitors: no blanks
     * @return empty: with these it has never been moved
     */
    Optional<Place> last(String monitors);

    /** @param place empty: where it stands by itself */
    void keep(String monitors, Optional<Place> place);
}
