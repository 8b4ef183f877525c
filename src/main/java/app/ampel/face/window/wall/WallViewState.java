package app.ampel.face.window.wall;

import app.ampel.domain.people.Wall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the wall says.
 *
 * @param title of whom it is
 * @param counts how many of how many are there; empty while nobody is known
 * @param asOf when it was true; empty while nothing is
 * @param old whether that is a while ago
 * @param leftOut how well technical accounts could be left out; empty while nothing is shown
 * @param trouble what went wrong with the last request; empty: nothing
 * @param sentence in the place of people
 * @param failed whether it waits for somebody who tries again
 * @param rows who is there, by name
 */
record WallViewState(
        String title,
        String counts,
        String asOf,
        boolean old,
        String leftOut,
        String trouble,
        Optional<String> sentence,
        boolean failed,
        List<Wall.Row> rows) {

    WallViewState {
        Objects.requireNonNull(title);
        Objects.requireNonNull(counts);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(leftOut);
        Objects.requireNonNull(trouble);
        Objects.requireNonNull(sentence);
        rows = List.copyOf(rows);
    }

    static WallViewState sentence(String title, String sentence, boolean failed) {
        return new WallViewState(title, "", "", false, "", "", Optional.of(sentence), failed, List.of());
    }

    /** Without anybody: it might be logged. */
    @Override
    public String toString() {
        return "WallViewState";
    }
}
