package app.ampel.face.screens;

import java.util.Objects;

/**
 * One monitor.
 *
 * @param usable what panels and docks leave of it
 */
public record Monitor(Area bounds, Area usable) {

    public Monitor {
        Objects.requireNonNull(bounds);
        Objects.requireNonNull(usable);
    }
}
