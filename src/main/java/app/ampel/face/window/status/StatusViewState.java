package app.ampel.face.window.status;

import app.ampel.domain.light.LightCommand;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.face.window.kit.Action;
import app.ampel.face.window.kit.Look;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the status page shows.
 *
 * @param share what is left of the status set by hand, from 0 to 1; 1 when none is set
 * @param left the same in words, empty when none is set
 * @param remarks what else there is to know about it
 * @param states what can be set, with what is set marked
 * @param times how long the next lasts
 * @param lightOnly whether Teams is told of the next
 * @param note to colleagues, as far as it is typed
 * @param takeOver only while something else is shown
 * @param lights one by one
 * @param why what the colour comes from, a label and a text each; empty while nobody asks
 * @param account who is signed in
 * @param remedy what puts right that nothing is known or shown, where somebody here can
 * @param notice what did not work
 */
public record StatusViewState(
        Look look,
        String sentence,
        double share,
        String left,
        Action inACall,
        Action extend,
        Action clear,
        Optional<Action> takeOver,
        List<String> remarks,
        List<Pick<Choice>> states,
        List<Pick<DurationOption>> times,
        Action lightOnly,
        String note,
        List<Lamp> lights,
        String noLights,
        List<Why> why,
        String account,
        Optional<Remedy> remedy,
        Optional<Action> signOut,
        String notice) {

    /** One button, for what matters most. */
    public record Remedy(Kind kind, Action action) {

        /** What it does. */
        public enum Kind {
            SIGN_IN,
            ASK_ADMINISTRATOR,
            /** The lights show the presence again. */
            FOLLOW;

            String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** Something to be picked from a list. */
    public record Pick<T>(T value, String text, boolean on) {}

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

    public StatusViewState {
        Objects.requireNonNull(look);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(left);
        Objects.requireNonNull(note);
        remarks = List.copyOf(remarks);
        states = List.copyOf(states);
        times = List.copyOf(times);
        lights = List.copyOf(lights);
        why = List.copyOf(why);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1: " + share);
        }
    }
}
