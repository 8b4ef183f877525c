package app.ampel.face.window.lights;

import app.ampel.domain.light.ScreenLight;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Wording;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the user wants of the light on the screen; each change holds at once. */
final class ScreenLightPane extends VBox {

    private final PageContext context;
    private final CheckBox isShown;
    private final ComboBox<ScreenLight.Size> size = new ComboBox<>();
    private final ComboBox<ScreenLight.Corner> corner = new ComboBox<>();
    private final CheckBox whilePresenting;
    private final Label notice = Parts.trouble("screen-light-notice");
    private boolean showing;

    ScreenLightPane(PageContext context) {
        this.context = context;
        Messages words = context.words();
        getStyleClass().add("section");
        Label title = new Label(words.say("ui.screen-light"));
        title.getStyleClass().add(Styles.TITLE_4);
        isShown = box("screen-light-shown", words.say("ui.screen-light.shown"));
        whilePresenting = box("screen-light-presenting", words.say("ui.screen-light.presenting"));
        isShown.setOnAction(event -> change(light -> light.withShown(isShown.isSelected())));
        whilePresenting.setOnAction(event -> change(light -> light.withWhilePresenting(whilePresenting.isSelected())));
        choice(
                size,
                "size",
                List.of(ScreenLight.Size.values()),
                it -> words.say("ui.screen-light.size." + it.word()),
                ScreenLight::with);
        choice(
                corner,
                "corner",
                List.of(ScreenLight.Corner.values()),
                it -> words.say("ui.screen-light.corner." + it.word()),
                ScreenLight::with);
        size.setAccessibleText(words.say("ui.screen-light.size"));
        corner.setAccessibleText(words.say("ui.screen-light.corner"));
        HBox row = new HBox(size, corner);
        row.getStyleClass().add("row");
        getChildren().addAll(title, isShown, row, whilePresenting, notice);
        row.visibleProperty().bind(isShown.selectedProperty());
        row.managedProperty().bind(row.visibleProperty());
        whilePresenting.visibleProperty().bind(isShown.selectedProperty());
        whilePresenting.managedProperty().bind(whilePresenting.visibleProperty());
        feed();
    }

    private static CheckBox box(String id, String text) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    private interface Chosen<T> {
        ScreenLight with(ScreenLight light, T value);
    }

    private <T> void choice(ComboBox<T> box, String id, List<T> all, Function<T, String> name, Chosen<T> chosen) {
        box.setId("screen-light-" + id);
        box.setItems(FXCollections.observableArrayList(all));
        Parts.name(box, name);
        box.setOnAction(event -> change(light -> chosen.with(light, box.getValue())));
    }

    private void change(UnaryOperator<ScreenLight> change) {
        if (showing) {
            return;
        }
        context.settings()
                .change(settings -> settings.withScreenLight(change.apply(settings.screenLight())))
                .whenComplete((settings, failed) -> context.thread().execute(() -> {
                    notice.setText(failed == null ? "" : new Wording(context.words()).of(failed));
                    feed();
                }));
    }

    /** Shows what is in force. */
    void feed() {
        ScreenLight light = context.settings().settings().screenLight();
        showing = true;
        isShown.setSelected(light.shown());
        size.setValue(light.size());
        corner.setValue(light.corner());
        whilePresenting.setSelected(light.whilePresenting());
        showing = false;
    }
}
