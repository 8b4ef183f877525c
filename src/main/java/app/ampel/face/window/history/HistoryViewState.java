package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the history page shows.
 *
 * @param on whether history is recorded
 * @param switchable whether it may be switched on
 * @param about what it is, or why there is nothing to see; empty while there is
 * @param place what is kept where; empty while nothing is recorded
 * @param today while there is something to see
 * @param stretch the hours that strips show
 * @param now what time it is
 * @param totals of today, in words
 * @param past the days before, the newest first
 * @param erasable whether something is kept
 * @param exportable whether whoever is signed in may have some of it
 * @param days for how long it is kept
 * @param choices of that
 * @param question what has to be answered first; empty when nothing has
 * @param notice what was done
 * @param trouble what did not work
 */
public record HistoryViewState(
        boolean on,
        boolean switchable,
        String about,
        String place,
        Optional<Day> today,
        Stretch stretch,
        Instant now,
        String totals,
        List<Day> past,
        boolean erasable,
        boolean exportable,
        int days,
        List<Integer> choices,
        Optional<Question> question,
        String notice,
        String trouble) {

    /**
     * Something that may take away what is kept.
     *
     * @param yes the answer that does it
     * @param also does it, and takes away what {@code yes} leaves; empty where that leaves nothing
     */
    record Question(String text, String yes, String also) {
        Question {
            Objects.requireNonNull(text);
            Objects.requireNonNull(yes);
            Objects.requireNonNull(also);
        }

        /** Whether {@code yes} takes something away. */
        boolean destroys() {
            return also.isEmpty();
        }
    }

    public HistoryViewState {
        Objects.requireNonNull(about);
        Objects.requireNonNull(place);
        Objects.requireNonNull(today);
        Objects.requireNonNull(stretch);
        Objects.requireNonNull(now);
        Objects.requireNonNull(totals);
        past = List.copyOf(past);
        choices = List.copyOf(choices);
        Objects.requireNonNull(question);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(trouble);
    }
}
