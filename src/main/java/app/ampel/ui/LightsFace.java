package app.ampel.ui;

import app.ampel.light.Adjustment;
import app.ampel.light.LightCommand;
import java.util.List;
import java.util.Objects;

/**
 * Everything that the page of lights shows, but for the form in which one is added.
 *
 * @param none what there is to say while there is no light; else empty
 * @param notice what did not work, or what has come of it
 * @param white whether all lights show white, so that one sees what white looks like on each of them
 * @param installing whether the system is asking for a password
 */
record LightsFace(List<Card> cards, String none, String notice, boolean white, boolean installing) {

    LightsFace {
        cards = List.copyOf(cards);
        Objects.requireNonNull(none);
        Objects.requireNonNull(notice);
    }

    /** What can be done about it besides setting it. */
    enum Remedy {
        NONE,
        /** The rules for USB lights would let the user at it. */
        RULES,
        /** It is not there, and nobody has to remember it. */
        FORGET
    }

    /**
     * One light.
     *
     * @param kind what its settings belong to
     * @param says what it shows, or why it shows nothing
     * @param hint what there is to know or to do; may be empty
     * @param shown what it shows, with its brightness
     * @param trouble whether somebody has to do something about it
     * @param shared others of its kind follow the same settings
     * @param schemes what it can follow
     */
    record Card(
            String id,
            String kind,
            String title,
            String model,
            String says,
            String hint,
            LightCommand shown,
            boolean trouble,
            boolean shared,
            boolean canIdentify,
            boolean off,
            Adjustment adjustment,
            List<Choice> schemes,
            Remedy remedy) {

        Card {
            schemes = List.copyOf(schemes);
        }
    }

    /**
     * A scheme that a light can follow.
     *
     * @param scheme empty: the one in force
     */
    record Choice(String scheme, String text, boolean on) {}
}
