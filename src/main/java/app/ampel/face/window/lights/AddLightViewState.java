package app.ampel.face.window.lights;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The form in which a serial light is added, as far as it is not what somebody typed.
 *
 * @param ports what a light may be plugged in at
 * @param noPorts what there is to say while there is none; else empty
 * @param preview the text that red would be sent as; empty when that is not text
 * @param effects what becomes of effects on such a light; empty: they are played on it
 * @param wrong what is wrong with the form; empty: nothing
 * @param text what is going on, or what went wrong
 */
record AddLightViewState(
        Stage stage, List<Port> ports, String noPorts, String preview, String effects, String wrong, String text) {

    AddLightViewState {
        Objects.requireNonNull(stage);
        ports = List.copyOf(ports);
        Objects.requireNonNull(noPorts);
        Objects.requireNonNull(preview);
        Objects.requireNonNull(effects);
        Objects.requireNonNull(wrong);
        Objects.requireNonNull(text);
    }

    enum Stage {
        /** The form can be filled in. */
        FORM,
        /** The light is being lit. */
        TRYING,
        /** It should be red: is it? */
        ASKING
    }

    /**
     * A serial port.
     *
     * @param id empty: no light can be added there
     * @param hint why; may be empty
     */
    record Port(Optional<String> id, String text, String hint) {}
}
