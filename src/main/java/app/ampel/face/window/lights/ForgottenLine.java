package app.ampel.face.window.lights;

import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import javafx.application.Platform;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says in a light's place that it was forgotten, and brings it back. */
final class ForgottenLine extends HBox {

    private final Label text = Parts.text("light-forgotten");
    private final Hyperlink undo;

    ForgottenLine(Messages words, Runnable giveBack) {
        undo = Parts.button(new Hyperlink(words.say("ui.lights.forgotten.undo")), "light-undo", giveBack);
        undo.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("row");
        getChildren().addAll(text, undo);
    }

    /** Whoever has just forgotten one by the keyboard is where it can be undone. */
    void show(LightsViewState.Forgetting forgotten) {
        if (!forgotten.text().equals(text.getText())) {
            text.setText(forgotten.text());
            undo.setVisited(false);
            Platform.runLater(undo::requestFocus);
        }
    }
}
