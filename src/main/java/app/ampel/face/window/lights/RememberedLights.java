package app.ampel.face.window.lights;

import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.lights.LightsViewState.Remembered;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lights that are not there, of which something is remembered. Takes no room while there are none. */
final class RememberedLights extends VBox {

    private final Messages words;
    private final Consumer<Remembered> forget;
    private final VBox rows = new VBox();
    private final TitledPane fold;
    private List<Remembered> shown = List.of();

    RememberedLights(Messages words, Consumer<Remembered> forget) {
        this.words = words;
        this.forget = forget;
        rows.getStyleClass().add("section");
        fold = Parts.fold("remembered", "", rows);
        getChildren().add(fold);
        managedProperty().bind(visibleProperty());
        fold.visibleProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<Remembered> lights) {
        setVisible(!lights.isEmpty());
        if (lights.equals(shown)) {
            return;
        }
        shown = lights;
        fold.setText(words.say("ui.lights.remembered", lights.size()));
        rows.getChildren()
                .setAll(Parts.saying("remembered-text", words.say("ui.lights.remembered.text"), Styles.TEXT_MUTED));
        lights.forEach(light -> rows.getChildren().add(row(light)));
    }

    private Node row(Remembered light) {
        Label name = Parts.saying("remembered-name", light.text());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button button = Parts.button(
                new Button(words.say("ui.lights.forget")), "remembered-forget", () -> forget.accept(light));
        button.setAccessibleText(words.say("ui.lights.forget") + ", " + light.text());
        button.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(name, button);
        row.getStyleClass().add("row");
        return row;
    }
}
