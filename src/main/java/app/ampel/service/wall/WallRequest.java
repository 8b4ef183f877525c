package app.ampel.service.wall;

import app.ampel.service.people.FindWords;
import java.util.Objects;
import java.util.Optional;

/**
 * A wall that somebody wants to see.
 *
 * @param pool of whom
 * @param monitor counted from 1; empty: the main one
 * @param theme empty: light or dark as the rest of the program
 */
public record WallRequest(FindWords.Pool pool, Optional<Integer> monitor, Optional<WallTheme> theme) {

    public WallRequest {
        Objects.requireNonNull(pool);
        Objects.requireNonNull(theme);
        if (monitor.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException("monitors are counted from 1");
        }
    }

    /** Without its words: it might be logged. */
    @Override
    public String toString() {
        return "WallRequest";
    }
}
