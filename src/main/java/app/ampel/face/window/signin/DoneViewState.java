package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Look;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that is shown once somebody has signed in.
 *
 * @param look the first colour
 * @param sentence what it means
 * @param choices what is to be chosen, at the end of a first run
 * @param trouble what did not work
 * @param busy whether the choices are being kept
 */
record DoneViewState(
        String name,
        String username,
        String organisation,
        Look look,
        String sentence,
        Optional<Choices> choices,
        String trouble,
        boolean busy) {
    DoneViewState {
        Objects.requireNonNull(name);
        Objects.requireNonNull(username);
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(look);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(choices);
        Objects.requireNonNull(trouble);
    }
}
