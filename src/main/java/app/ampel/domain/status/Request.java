package app.ampel.domain.status;

import java.util.Objects;
import java.util.Optional;

/**
 * A status as the user asks for it.
 *
 * @param note to colleagues, with the same end
 * @param lightOnly Microsoft is not told
 * @param takeOver above whatever Teams shows, also above real calls
 */
public record Request(Choice choice, End end, Optional<String> note, boolean lightOnly, boolean takeOver) {

    /** Microsoft says nothing about it; this is what Teams lets one type (UTF-16 units). */
    public static final int LONGEST_NOTE = 280;

    public Request {
        Objects.requireNonNull(choice);
        Objects.requireNonNull(end);
        note = note.map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
        }
    }

    /** The same with another end. */
    public Request ending(End other) {
        return new Request(choice, other, note, lightOnly, takeOver);
    }

    public static Request of(Choice choice, End end) {
        return new Request(choice, end, Optional.empty(), false, false);
    }
}
