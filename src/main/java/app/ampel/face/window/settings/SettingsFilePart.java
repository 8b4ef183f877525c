package app.ampel.face.window.settings;

import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The settings page's part about the file, and about setting everything back. */
final class SettingsFilePart {

    private final SettingsModel model;
    private final SettingRows rows;
    private final Messages words;

    SettingsFilePart(SettingsModel model, SettingRows rows, Messages words) {
        this.model = model;
        this.rows = rows;
        this.words = words;
    }

    List<Node> nodes() {
        Label file = Parts.text("settings-file-path", Styles.TEXT_MUTED);
        Label trouble = Parts.text("settings-file-trouble", Styles.DANGER);
        rows.onFace(face -> {
            file.setText(face.file().file());
            trouble.setText(face.file().trouble());
        });
        Button open =
                Parts.button(new Button(words.say("ui.settings.file.open")), "settings-open-folder", model::openFolder);
        Button reset = Parts.button(
                new Button(words.say("ui.settings.reset")),
                "reset",
                () -> model.askToReset(true),
                Styles.BUTTON_OUTLINED,
                Styles.DANGER);
        Node question = question(reset);
        rows.onFace(face -> reset.setDisable(face.reset().asks()));
        return List.of(file, buttons(open, reset), trouble, question, outcome());
    }

    private static FlowPane buttons(Node... buttons) {
        FlowPane pane = new FlowPane(buttons);
        pane.getStyleClass().add("chips");
        return pane;
    }

    /** Takes the focus when it comes, and gives it back. */
    private Node question(Node asked) {
        Label text = Parts.saying("reset-question", words.say("ui.settings.reset.question"));
        Button yes =
                Parts.button(new Button(words.say("ui.settings.reset.yes")), "reset-yes", model::reset, Styles.DANGER);
        Button no =
                Parts.button(new Button(words.say("ui.settings.reset.no")), "reset-no", () -> model.askToReset(false));
        VBox question = new VBox(text, buttons(yes, no));
        question.getStyleClass().add("settings-question");
        question.managedProperty().bind(question.visibleProperty());
        question.setVisible(false);
        rows.onFace(face -> {
            boolean comes = face.reset().asks() && !question.isVisible();
            boolean goes = !face.reset().asks() && question.isVisible();
            question.setVisible(face.reset().asks());
            if (comes) {
                no.requestFocus();
                Parts.scrollTo(question);
            } else if (goes) {
                asked.setDisable(false);
                asked.requestFocus();
            }
        });
        return question;
    }

    private Node outcome() {
        Label text = Parts.text("reset-outcome");
        Button undo = Parts.button(new Button(words.say("ui.settings.reset.undo")), "reset-undo", model::undoReset);
        undo.managedProperty().bind(undo.visibleProperty());
        rows.onFace(face -> {
            text.setText(face.reset().text());
            undo.setVisible(face.reset().undo());
        });
        return SettingRows.group(text, undo);
    }
}
