package app.ampel.face.window.frame;

import com.sun.javafx.scene.NodeHelper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * What keys do on every page: whoever uses them sees where the focus is, Tab leaves every field, and Escape gives a question
 * the answer that changes nothing. On the toolkit's thread.
 */
final class Keyboard {

    private final Scene scene;
    private boolean used;

    private Keyboard(Scene scene) {
        this.scene = scene;
    }

    static void install(Scene scene) {
        Keyboard keyboard = new Keyboard(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keyboard::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> keyboard.used = false);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keyboard::leftOver);
        scene.focusOwnerProperty().addListener((property, before, now) -> Platform.runLater(keyboard::mark));
    }

    private void pressed(KeyEvent event) {
        if (!event.getCode().isModifierKey()) {
            used = true;
            Platform.runLater(this::mark);
        }
        boolean tab = event.getCode() == KeyCode.TAB && !event.isControlDown();
        if (tab && scene.getFocusOwner() instanceof TextArea field) {
            event.consume();
            // As fields of several lines are left everywhere else: with Control.
            Event.fireEvent(
                    field,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
        }
    }

    /** JavaFX marks a control that Tab has reached, but none that the program gives the focus to. */
    private void mark() {
        Node owner = scene.getFocusOwner();
        if (used && owner != null && owner != scene.getRoot() && !owner.isFocusVisible()) {
            NodeHelper.requestFocusVisible(owner);
        }
    }

    private void leftOver(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            harmless().ifPresent(button -> {
                event.consume();
                button.fire();
            });
        }
    }

    /** Of several questions the one in which somebody is, else the latest, which stands last. */
    private Optional<Button> harmless() {
        List<Button> all = buttons(scene.getRoot())
                .filter(button -> button.isCancelButton() && !button.isDisabled() && NodeHelper.isTreeVisible(button))
                .toList();
        return all.stream()
                .filter(button -> isBeside(button, scene.getFocusOwner()))
                .findFirst()
                .or(() -> all.stream().reduce((one, next) -> next));
    }

    private static boolean isBeside(Node button, Node focused) {
        return focused != null && button.getParent() == focused.getParent();
    }

    private static Stream<Button> buttons(Node node) {
        if (node instanceof Button button) {
            return Stream.of(button);
        }
        return node instanceof Parent parent
                ? List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(Keyboard::buttons)
                : Stream.empty();
    }
}
