package app.ampel.face.window.signin;

import java.util.Objects;

/**
 * A letter as it is shown before it is sent.
 *
 * @param subject empty: there is none
 * @param note what has become of it
 */
public record LetterViewState(String subject, String body, String note) {

    static final LetterViewState NONE = new LetterViewState("", "", "");

    public LetterViewState {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(body);
        Objects.requireNonNull(note);
    }

    boolean isThere() {
        return !subject.isEmpty();
    }
}
