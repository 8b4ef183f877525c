package app.ampel.face.window.lights;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.domain.light.LightCommand;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the page of lights shows, but for the form in which one is added.
 *
 * @param none what there is to say while there is no light; else empty
 * @param remembered lights that are not there, of which something is remembered
 * @param forgotten what can be undone
 * @param notice what did not work, or what has come of it, where that is about no light that is shown
 * @param white whether all lights show white, so that one sees what white looks like on each of them
 * @param installing whether the system is asking for a password
 */
record LightsViewState(
        List<Card> cards,
        String none,
        List<Remembered> remembered,
        Optional<Forgetting> forgotten,
        String notice,
        boolean white,
        boolean installing) {

    LightsViewState {
        cards = List.copyOf(cards);
        Objects.requireNonNull(none);
        remembered = List.copyOf(remembered);
        Objects.requireNonNull(forgotten);
        Objects.requireNonNull(notice);
    }

    /** What can be done about it besides setting it. */
    enum Remedy {
        NONE,
        /** The rules for USB lights would let the user at it. */
        RULES,
        /** It is there only because it was added, and nobody has to remember it. */
        FORGET
    }

    /**
     * One light.
     *
     * @param kind what its settings belong to
     * @param says what it shows, or why it shows nothing
     * @param hint what there is to know or to do; may be empty
     * @param notice what did not work with it, or what has come of it; may be empty
     * @param shown what it shows, with its brightness
     * @param trouble whether somebody has to do something about it
     * @param shared others of its kind follow the same settings
     * @param schemes what it can follow
     * @param effects what becomes of effects on it; empty: what Colours says
     * @param button what its button does; empty: it has none
     */
    record Card(
            String id,
            String kind,
            String title,
            String model,
            String says,
            String hint,
            String notice,
            LightCommand shown,
            boolean trouble,
            boolean shared,
            boolean canIdentify,
            boolean off,
            Adjustment adjustment,
            List<Choice> schemes,
            String effects,
            Optional<ButtonUse> button,
            Remedy remedy) {

        Card {
            schemes = List.copyOf(schemes);
            Objects.requireNonNull(button);
        }
    }

    /**
     * A scheme that a light can follow.
     *
     * @param scheme empty: the one in force
     */
    record Choice(String scheme, String text, boolean on) {}

    /**
     * A light that is not there.
     *
     * @param kind what its settings belong to
     */
    record Remembered(String kind, String text) {}

    /**
     * A light was forgotten, and can be given back.
     *
     * @param place the number of the card in whose place it is said
     */
    record Forgetting(String text, int place) {}
}
