package app.ampel.ui;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** Small pieces of pages. */
final class Parts {

    private Parts() {}

    /** A paragraph: wraps, and takes no room when it is empty. */
    static Label text(String id, String... styles) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** A line that can be selected and copied, but not changed. */
    static TextField readOnly(String id, String name, String... styles) {
        TextField field = new TextField();
        field.setId(id);
        field.setEditable(false);
        field.setAccessibleText(name);
        field.getStyleClass().addAll(styles);
        return field;
    }

    static <B extends ButtonBase> B button(B button, String id, Runnable verb, String... styles) {
        button.setId(id);
        button.setOnAction(event -> verb.run());
        button.getStyleClass().addAll(styles);
        return button;
    }

    static void show(Labeled button, Action action) {
        button.setText(action.text());
        button.setDisable(!action.enabled());
        button.setAccessibleHelp(action.hint());
        if (button.getTooltip() == null) {
            button.setTooltip(new Tooltip());
        }
        button.getTooltip().setText(action.hint());
    }
}
