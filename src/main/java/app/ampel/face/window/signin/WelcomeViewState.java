package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Look;
import java.util.Objects;

/**
 * What of the welcome page changes.
 *
 * @param look of the living light
 * @param demo what has become of the demo
 * @param starting whether the demo is being started
 */
record WelcomeViewState(Look look, String demo, boolean starting) {
    WelcomeViewState {
        Objects.requireNonNull(look);
        Objects.requireNonNull(demo);
    }
}
