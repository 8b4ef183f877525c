package app.ampel.face.window.colours;

import app.ampel.face.window.kit.ColourLamp;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One group: its lamp, its names, what it shows; and the editor while it is open. */
final class ColourRow extends VBox {

    private final ColourLamp lamp = new ColourLamp();
    private final Label said;
    private final ToggleButton change;
    private final Messages words;

    ColourRow(ColoursViewState.Row row, ColoursModel model, Messages words) {
        this.words = words;
        String id = row.kind().word();
        getStyleClass().add("colour-row");
        Label title = new Label(row.title());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label others = Parts.text("others-" + id, Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        others.setText(row.others());
        said = Parts.text("said-" + id, Styles.TEXT_MUTED);
        VBox texts = new VBox(title, others, said);
        HBox.setHgrow(texts, Priority.ALWAYS);
        change = Parts.button(
                new ToggleButton(words.say("ui.colours.change")), "change-" + id, () -> model.open(row.kind()));
        change.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(lamp, texts, change);
        line.getStyleClass().add("colour-line");
        getChildren().add(line);
    }

    void show(ColoursViewState.Row row, ColourEditor editor) {
        lamp.show(row.shown(), row.glow());
        said.setText(row.said());
        change.setSelected(row.open());
        change.setText(words.say(row.open() ? "ui.colours.done" : "ui.colours.change"));
        change.setAccessibleText(change.getText() + ", " + row.title() + ", " + row.said());
        if (row.open()) {
            editor.show(row.shown());
            if (editor.getParent() != this) {
                getChildren().add(editor);
            }
        } else {
            getChildren().remove(editor);
        }
    }
}
