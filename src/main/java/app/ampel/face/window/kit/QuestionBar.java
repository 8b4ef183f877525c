package app.ampel.face.window.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * What has to be answered before something goes on; the one look of all questions. The window has it float over the page
 * that it is of, see {@link Page#questions}. Its last answer harms nothing, and Escape gives it.
 */
public final class QuestionBar extends VBox {

    /**
     * One answer.
     *
     * @param kind what follows from it
     */
    public record Answer(String id, String text, Kind kind, Runnable verb) {

        public Answer {
            Objects.requireNonNull(id);
            Objects.requireNonNull(text);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(verb);
        }
    }

    /** What follows from an answer. */
    public enum Kind {
        /** What was most likely meant. */
        MEANT,
        PLAIN,
        /** Something is lost for good. */
        DESTROYS
    }

    private final String id;
    private final Supplier<Node> otherwise;
    private Optional<Node> before = Optional.empty();
    private String asked = "";

    /**
     * @param id of its text
     * @param otherwise what has the focus after the answer, where what had it before is gone
     */
    public QuestionBar(String id, Supplier<Node> otherwise) {
        this.id = id;
        this.otherwise = otherwise;
        getStyleClass().add("question");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Asks, unless it asks that already. */
    public void ask(String text, List<Answer> answers) {
        if (asked.equals(text)) {
            return;
        }
        if (asked.isEmpty()) {
            before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        }
        asked = text;
        Label words = Parts.saying(id, text);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("chips");
        answers.forEach(answer -> buttons.getChildren().add(button(answer)));
        Button last = (Button) buttons.getChildren().get(answers.size() - 1);
        last.setCancelButton(true);
        getChildren().setAll(words, buttons);
        setVisible(true);
        boolean isDangerous = answers.stream().anyMatch(answer -> answer.kind() == Kind.DESTROYS);
        buttons.getChildren().get(isDangerous ? answers.size() - 1 : 0).requestFocus();
    }

    private static Button button(Answer answer) {
        Button button = Parts.button(new Button(answer.text()), answer.id(), answer.verb());
        switch (answer.kind()) {
            case MEANT -> button.getStyleClass().add(Styles.ACCENT);
            case DESTROYS -> button.getStyleClass().add(Styles.DANGER);
            case PLAIN -> {}
        }
        return button;
    }

    /** It is answered: the focus goes back to where it was. */
    public void withdraw() {
        if (asked.isEmpty()) {
            return;
        }
        boolean had = getScene() != null && isInside(getScene().getFocusOwner());
        asked = "";
        getChildren().clear();
        setVisible(false);
        if (had) {
            before.filter(QuestionBar::canHaveFocus).orElseGet(otherwise).requestFocus();
        }
        before = Optional.empty();
    }

    /** What had the focus when it was asked: what asks, mostly. */
    public Optional<Node> asker() {
        return before;
    }

    private boolean isInside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    private static boolean canHaveFocus(Node node) {
        boolean isSeen = node.getScene() != null;
        for (Node each = node; each != null; each = each.getParent()) {
            isSeen &= each.isVisible();
        }
        return isSeen && !node.isDisabled();
    }
}
