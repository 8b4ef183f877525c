package app.ampel.ui;

import app.ampel.light.LightCommand;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the status page shows.
 *
 * @param share what is left of the status set by hand, from 0 to 1; 1 when none is set
 * @param left the same in words, empty when none is set
 * @param lights one by one
 * @param why what the colour comes from, a label and a text each; empty while nobody asks
 * @param account who is signed in
 * @param signIn only while nobody is signed in
 * @param notice what did not work
 */
public record StatusFace(
        Look look,
        String sentence,
        double share,
        String left,
        Action inACall,
        Action extend,
        Action clear,
        List<Lamp> lights,
        String noLights,
        List<Why> why,
        String account,
        Optional<Action> signIn,
        Optional<Action> signOut,
        String notice) {

    /**
     * One light.
     *
     * @param shown what it shows now
     * @param trouble whether somebody has to do something about it
     */
    public record Lamp(String text, LightCommand shown, boolean trouble) {}

    /** One line of the answer to "Why this colour?". */
    public record Why(String label, String text) {}

    /** Whether it changes by time alone. */
    boolean isMoving() {
        return !left.isEmpty() || !why.isEmpty();
    }

    public StatusFace {
        Objects.requireNonNull(look);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(left);
        lights = List.copyOf(lights);
        why = List.copyOf(why);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1: " + share);
        }
    }
}
