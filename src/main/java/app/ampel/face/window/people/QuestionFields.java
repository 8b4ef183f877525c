package app.ampel.face.window.people;

import app.ampel.domain.people.Question;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** What somebody wants to ask: a topic, and the question itself. Says where a link leaves it. */
final class QuestionFields extends VBox {

    private static final int ROWS = 3;

    private final TextField topic = new TextField();
    private final TextArea text = new TextArea();
    private boolean drawing;

    /**
     * @param where begins the ids of the fields
     * @param changed told when something else is typed
     */
    QuestionFields(Messages words, String where, Runnable changed) {
        topic.setId(where + "-topic");
        text.setId(where + "-text");
        text.setPrefRowCount(ROWS);
        text.setWrapText(true);
        text.addEventFilter(KeyEvent.KEY_PRESSED, QuestionFields::tab);
        topic.textProperty().addListener((property, before, now) -> changed(changed));
        text.textProperty().addListener((property, before, now) -> changed(changed));
        getStyleClass().add("labelled");
        getChildren()
                .addAll(
                        label(words.say("ui.people.topic"), topic),
                        topic,
                        label(words.say("ui.people.question"), text),
                        text,
                        Parts.saying(
                                where + "-trace", words.say("ui.people.trace"), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    }

    private static Label label(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        field.setAccessibleText(name);
        return label;
    }

    /** Leads on, as in any other field: nobody is caught in here. */
    private static void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            Node field = (Node) event.getSource();
            field.fireEvent(new KeyEvent(
                    event.getSource(),
                    field,
                    KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    KeyCode.TAB,
                    event.isShiftDown(),
                    true,
                    false,
                    false));
        }
    }

    private void changed(Runnable changed) {
        if (!drawing) {
            changed.run();
        }
    }

    void show(Question question) {
        drawing = true;
        topic.setText(question.topic().orElse(""));
        text.setText(question.text().orElse(""));
        drawing = false;
    }

    Question typed() {
        return FindForm.question(topic.getText(), text.getText());
    }
}
