package app.ampel.face.window.settings;

import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

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
        Label trouble = Parts.trouble("settings-file-trouble");
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
        rows.question("reset", "ui.settings.reset", words, face -> face.reset().asks(), reset, this::answered);
        return List.of(file, SettingRows.buttons(open, reset), trouble, outcome());
    }

    private void answered(boolean yes) {
        if (yes) {
            model.reset();
        } else {
            model.askToReset(false);
        }
    }

    private Node outcome() {
        Label text = Parts.notice("reset-outcome");
        Button undo = Parts.button(new Button(words.say("ui.settings.reset.undo")), "reset-undo", model::undoReset);
        undo.managedProperty().bind(undo.visibleProperty());
        rows.onFace(face -> {
            text.setText(face.reset().text());
            undo.setVisible(face.reset().undo());
        });
        return SettingRows.group(text, undo);
    }
}
