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
public record StatusRequest(Choice choice, Expiry end, Optional<String> note, boolean lightOnly, boolean takeOver) {

    /** Microsoft says nothing about it; this is what Teams lets one type (UTF-16 units). */
    public static final int LONGEST_NOTE = 280;

    public StatusRequest {
        Objects.requireNonNull(choice);
        Objects.requireNonNull(end);
        note = note.map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
        }
    }

    /** The same with another end. */
    public StatusRequest ending(Expiry other) {
        return new StatusRequest(choice, other, note, lightOnly, takeOver);
    }

    public static StatusRequest of(Choice choice, Expiry end) {
        return new StatusRequest(choice, end, Optional.empty(), false, false);
    }
}
