package app.ampel.face.window.kit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Where the focus goes when what has it is gone, wherever that follows from the act and not from the place. What says
 * nothing here leaves it to its neighbours.
 *
 * @param isBack to whoever had the focus before it came
 * @param next whose first that can be reached then has it
 */
public record Succession(boolean isBack, Supplier<List<Node>> next) {

    private static final Object KEY = new Object();

    public Succession {
        Objects.requireNonNull(next);
    }

    /** @param gone with everything in it */
    public static void after(Node gone, Supplier<List<Node>> next) {
        gone.getProperties().put(KEY, new Succession(false, next));
    }

    /** What comes and goes, as a question does, gives the focus back. */
    public static void back(Node gone) {
        gone.getProperties().put(KEY, new Succession(true, List::of));
    }

    /** What that node says. */
    public static Optional<Succession> of(Node gone) {
        return gone.hasProperties()
                ? Optional.ofNullable((Succession) gone.getProperties().get(KEY))
                : Optional.empty();
    }
}
