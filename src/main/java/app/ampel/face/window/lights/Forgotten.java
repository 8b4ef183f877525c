package app.ampel.face.window.lights;

import app.ampel.service.lights.ForgottenLight;
import java.util.Objects;

/**
 * The card of a light that was forgotten.
 *
 * @param title what it was called
 * @param place the number of its card
 */
record Forgotten(ForgottenLight light, String title, int place) {

    Forgotten {
        Objects.requireNonNull(light);
        Objects.requireNonNull(title);
    }
}
