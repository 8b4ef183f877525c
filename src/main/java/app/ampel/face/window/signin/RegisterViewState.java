package app.ampel.face.window.signin;

import java.util.Objects;

/**
 * Everything that the page for client id and tenant shows.
 *
 * @param note what a pasted text was understood to say
 * @param trouble what is missing or in doubt
 * @param busy whether it is being kept
 */
record RegisterViewState(Field clientId, Field tenant, String note, String trouble, boolean busy) {

    /**
     * One of the two.
     *
     * @param locked whether the administrator has said it
     */
    record Field(String text, boolean locked) {
        Field {
            Objects.requireNonNull(text);
        }

        Field with(String other) {
            return locked ? this : new Field(other, false);
        }
    }

    RegisterViewState {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(note);
        Objects.requireNonNull(trouble);
    }
}
