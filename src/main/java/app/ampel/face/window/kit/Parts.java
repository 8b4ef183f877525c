package app.ampel.face.window.kit;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Small pieces of pages. */
public final class Parts {

    private static final double MARGIN = 16;

    private Parts() {}

    /** A paragraph: wraps, and takes no room when it is empty. */
    public static Label text(String id, String... styles) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** What has come of something; all notices look like it. */
    public static Label notice(String id) {
        return text(id, "notice");
    }

    /** What has not worked. */
    public static Label trouble(String id) {
        return text(id, "notice", "notice-trouble");
    }

    /** What is said where there is nothing to show. */
    public static Label empty(String id) {
        return text(id, "empty");
    }

    /** A paragraph that stays as it is. */
    public static Label saying(String id, String words, String... styles) {
        Label label = text(id, styles);
        label.setText(words);
        return label;
    }

    /** A line that can be selected and copied, but not changed. */
    public static TextField readOnly(String id, String name, String... styles) {
        TextField field = new TextField();
        field.setId(id);
        field.setEditable(false);
        field.setAccessibleText(name);
        field.getStyleClass().addAll(styles);
        return field;
    }

    public static <B extends ButtonBase> B button(B button, String id, Runnable verb, String... styles) {
        button.setId(id);
        button.setOnAction(event -> verb.run());
        button.getStyleClass().addAll(styles);
        return button;
    }

    /** The answer to a question that changes nothing; Escape gives it, too. */
    public static Button harmless(String id, String text, Runnable verb) {
        Button button = button(new Button(text), id, verb);
        button.setCancelButton(true);
        return button;
    }

    /** Something to be unfolded at the end of a page, which is then scrolled to it. */
    public static TitledPane disclosure(String id, String title, Node content) {
        TitledPane pane = fold(id, title, content);
        pane.heightProperty().addListener((property, before, now) -> {
            if (pane.isExpanded()) {
                scrollToEnd(pane.getParent());
            }
        });
        return pane;
    }

    /** Something to be unfolded in its place. */
    public static TitledPane fold(String id, String title, Node content) {
        TitledPane pane = new TitledPane(title, content);
        pane.setId(id);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add(Styles.DENSE);
        return pane;
    }

    /** What is chosen there is said by {@code name}. */
    public static <T> void name(ComboBox<T> box, Function<T, String> name) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
    }

    /** A line of a form: its name, and the field, which screen readers call the same. Returns the label. */
    public static Label field(GridPane form, String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(name);
        GridPane.setHgrow(field, Priority.ALWAYS);
        form.addRow(form.getRowCount(), label, field);
        return label;
    }

    /** Puts a text on the clipboard. */
    public static boolean copy(String text) {
        return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static void scrollToEnd(Node inside) {
        for (Node node = inside; node != null; node = node.getParent()) {
            if (node instanceof ScrollPane scroll) {
                Platform.runLater(() -> scroll.setVvalue(scroll.getVmax()));
                return;
            }
        }
    }

    /** Moves the page so far that {@code node} is seen, as much of it as there is room for. */
    public static void scrollTo(Node node) {
        for (Node outside = node.getParent(); outside != null; outside = outside.getParent()) {
            if (outside instanceof ScrollPane scroll && scroll.getContent() != null) {
                Node content = scroll.getContent();
                scroll.applyCss();
                scroll.layout();
                double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                        .getMinY();
                double room = content.getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(room <= 0 ? 0 : Math.min(1, Math.max(0, (top - MARGIN) / room)));
                return;
            }
        }
    }

    public static void show(Labeled button, Action action) {
        button.setText(action.text());
        button.setDisable(!action.enabled());
        button.setAccessibleHelp(action.hint());
        button.setOnMouseEntered(entered -> tip(button));
    }

    /** A tooltip is a window of its own: only for a button that somebody points at. */
    private static void tip(Labeled button) {
        if (button.getTooltip() == null) {
            button.setTooltip(new Tooltip());
        }
        button.getTooltip().setText(button.getAccessibleHelp());
    }
}
