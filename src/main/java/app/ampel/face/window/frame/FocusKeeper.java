package app.ampel.face.window.frame;

import app.ampel.face.window.kit.Succession;
import com.sun.javafx.scene.NodeHelper;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * The focus is never lost. When the control that has it is hidden, disabled or taken away, JavaFX gives it to the first one
 * of the window, where the next press of a key may do anything. Here it goes to what {@link Succession} names, else to the
 * same control made anew, else to the nearest neighbour. Whoever gives it to another one himself is not disturbed. On the
 * toolkit's thread.
 */
final class FocusKeeper {

    /** How many of those who had the focus before are remembered. */
    private static final int MEMORY = 8;

    /**
     * Who has the focus, and where.
     *
     * @param outside what is around it, from the inside to the outside
     * @param indices at which place of each of these the way to it begins
     */
    private record Place(Node node, List<Parent> outside, List<Integer> indices) {

        static Place of(Node node) {
            List<Parent> outside = new ArrayList<>();
            List<Integer> indices = new ArrayList<>();
            Node inside = node;
            for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
                outside.add(parent);
                indices.add(parent.getChildrenUnmodifiable().indexOf(inside));
                inside = parent;
            }
            return new Place(node, outside, indices);
        }
    }

    private final Scene scene;
    private final Supplier<Node> last;
    private final ChangeListener<Object> onChange = (sign, old, now) -> changed();
    private final LinkedList<Node> before = new LinkedList<>();
    private Optional<Place> place = Optional.empty();
    private boolean parked;

    private FocusKeeper(Scene scene, Supplier<Node> last) {
        this.scene = scene;
        this.last = last;
    }

    /** @param last has the focus when there is no other place for it */
    static void install(Scene scene, Supplier<Node> last) {
        FocusKeeper keeper = new FocusKeeper(scene, last);
        scene.focusOwnerProperty().addListener((property, old, now) -> keeper.moved(now));
    }

    private void moved(Node now) {
        if (now == scene.getRoot()) {
            return;
        }
        parked = false;
        place.ifPresent(old -> {
            signs(old.node()).forEach(sign -> sign.removeListener(onChange));
            before.remove(old.node());
            before.addFirst(old.node());
        });
        if (before.size() > MEMORY) {
            before.removeLast();
        }
        place = Optional.ofNullable(now).map(Place::of);
        place.ifPresent(fresh -> signs(fresh.node()).forEach(sign -> sign.addListener(onChange)));
    }

    /** What tells that it cannot be reached any more. */
    private static Stream<ObservableValue<?>> signs(Node node) {
        return Stream.of(node.disabledProperty(), node.sceneProperty(), NodeHelper.treeVisibleProperty(node));
    }

    /** Holds it until everything has its new place: the successor may be shown only after this one was hidden. */
    private void changed() {
        if (!parked && place.map(Place::node).filter(this::canBeReached).isEmpty()) {
            parked = true;
            scene.getRoot().requestFocus();
            Platform.runLater(this::settle);
        }
    }

    private void settle() {
        if (parked && scene.getWindow() != null) {
            place.flatMap(this::heir).orElseGet(last).requestFocus();
        }
    }

    private Optional<Node> heir(Place gone) {
        return Stream.<Supplier<Optional<Node>>>of(
                        () -> Optional.of(gone.node()).filter(this::canBeReached),
                        () -> named(gone),
                        () -> again(gone),
                        () -> nearest(gone))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Node> named(Place gone) {
        return Stream.concat(Stream.of(gone.node()), gone.outside().stream())
                .filter(node -> !isThere(node))
                .flatMap(node -> Succession.of(node).stream())
                .flatMap(wanted -> (wanted.isBack() ? before : wanted.next().get()).stream())
                .filter(this::canBeReached)
                .findFirst();
    }

    /** A list that is drawn anew has other controls of the same names. */
    private Optional<Node> again(Place gone) {
        return Optional.ofNullable(gone.node().getId())
                .flatMap(id -> gone.outside().stream()
                        .filter(this::isThere)
                        .findFirst()
                        .flatMap(around -> reachable(around)
                                .filter(node -> id.equals(node.getId()))
                                .findFirst()));
    }

    private Optional<Node> nearest(Place gone) {
        for (int i = 0; i < gone.outside().size(); i++) {
            Parent around = gone.outside().get(i);
            if (isThere(around) && around != scene.getRoot()) {
                Optional<Node> found = beside(around, Math.max(0, gone.indices().get(i)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The first one after that place, else the one before. */
    private Optional<Node> beside(Parent around, int index) {
        List<Node> children = List.copyOf(around.getChildrenUnmodifiable());
        List<Node> ways = new ArrayList<>(children.subList(Math.min(index, children.size()), children.size()));
        for (int i = Math.min(index, children.size()) - 1; i >= 0; i--) {
            ways.add(children.get(i));
        }
        return ways.stream().flatMap(this::reachable).findFirst();
    }

    private Stream<Node> reachable(Node node) {
        Stream<Node> itself = Stream.of(node).filter(it -> it.isFocusTraversable() && canBeReached(it));
        return node instanceof Parent parent
                ? Stream.concat(
                        itself,
                        List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(this::reachable))
                : itself;
    }

    private boolean canBeReached(Node node) {
        return isThere(node) && !node.isDisabled();
    }

    private boolean isThere(Node node) {
        return node.getScene() == scene && NodeHelper.isTreeVisible(node);
    }
}
