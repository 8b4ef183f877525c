package app.ampel.face.window.signin;

import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Succession;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws {@link LetterViewState}s; takes no room while there is none. */
public final class LetterPane extends VBox {

    private static final int ROWS = 9;

    private final Label subject = Parts.text("letter-subject", Styles.TEXT_BOLD);
    private final TextArea body = new TextArea();
    private final Label note = Parts.notice("letter-note");
    private final Button open;

    public LetterPane(LetterModel model, Messages words) {
        setId("letter");
        getStyleClass().add("letter");
        Label title = new Label(words.say("ui.letter.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        body.setId("letter-body");
        body.setEditable(false);
        body.setWrapText(true);
        body.setPrefRowCount(ROWS);
        body.setAccessibleText(words.say("ui.letter.title"));
        open = Parts.button(new Button(words.say("ui.letter.open")), "letter-open", model::open, Styles.ACCENT);
        Button copy = Parts.button(new Button(words.say("ui.letter.copy")), "letter-copy", model::copy);
        Button drop = Parts.button(new Button(words.say("ui.letter.drop")), "letter-drop", model::drop, Styles.FLAT);
        HBox buttons = new HBox(open, copy, drop);
        buttons.getStyleClass().add("letter-buttons");
        getChildren().addAll(title, subject, body, buttons, note);
        managedProperty().bind(visibleProperty());
        Succession.back(this);
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private void show(LetterViewState face) {
        boolean fresh = face.isThere() && !isVisible();
        subject.setText(face.subject());
        if (!body.getText().equals(face.body())) {
            body.setText(face.body());
        }
        note.setText(face.note());
        setVisible(face.isThere());
        if (fresh) {
            open.requestFocus();
            Platform.runLater(() -> Parts.scrollTo(this));
        }
    }
}
