package app.ampel.face.window.lights;

import app.ampel.domain.light.Adjustment;
import app.ampel.domain.light.ButtonUse;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.lights.LightsViewState.Card;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the user wants of one light; each change holds at once. */
final class LightAdjustments extends VBox {

    private final LightsModel model;
    private final Messages words;
    private final Label shared = Parts.text("light-shared", Styles.TEXT_MUTED);
    private final Label effects = Parts.text("light-effects", Styles.TEXT_MUTED);
    private final TextField name = new TextField();
    private final ComboBox<LightsViewState.Choice> scheme = new ComboBox<>();
    private final ComboBox<ButtonUse> button = new ComboBox<>();
    private final Slider brightness;
    private final Slider red;
    private final Slider green;
    private final Slider blue;
    private final ToggleButton white;
    private Card shown;
    private boolean showing;

    LightAdjustments(LightsModel model, Messages words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("section");
        brightness = slider("brightness", 1);
        red = slider("red", 0);
        green = slider("green", 0);
        blue = slider("blue", 0);
        white = new ToggleButton(words.say("ui.lights.white"));
        Parts.button(white, "light-white", () -> model.showWhite(white.isSelected()));
        Button reset = new Button(words.say("ui.lights.reset"));
        Parts.button(reset, "light-reset", () -> save(Adjustment.NONE));
        HBox row = new HBox(white, reset);
        row.getStyleClass().add("row");
        buildName();
        buildChoices();
        getChildren()
                .addAll(
                        shared,
                        grid(),
                        effects,
                        Parts.saying("light-balance", words.say("ui.lights.balance"), Styles.TEXT_MUTED),
                        row);
    }

    private void buildName() {
        name.setId("light-name");
        name.setPromptText(words.say("ui.lights.name.prompt"));
        name.setOnAction(event -> rename());
        name.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                rename();
            }
        });
    }

    private void buildChoices() {
        scheme.setId("light-scheme");
        scheme.setMaxWidth(Double.MAX_VALUE);
        Parts.name(scheme, LightsViewState.Choice::text);
        scheme.setOnAction(event -> {
            if (!showing && scheme.getValue() != null) {
                model.follow(shown.kind(), scheme.getValue().scheme());
            }
        });
        button.setId("light-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.getItems().setAll(ButtonUse.values());
        Parts.name(button, use -> words.say("ui.lights.button." + use.word()));
        button.setOnAction(event -> {
            if (!showing && button.getValue() != null) {
                model.useButton(shown.kind(), button.getValue());
            }
        });
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("why");
        field(grid, "name", name);
        field(grid, "scheme", scheme);
        Label pressed = field(grid, "button", button);
        List.of(pressed, button).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        pressed.visibleProperty().bind(button.visibleProperty());
        field(grid, "brightness", brightness);
        field(grid, "red", red);
        field(grid, "green", green);
        field(grid, "blue", blue);
        return grid;
    }

    private Label field(GridPane grid, String word, Node node) {
        return Parts.field(grid, words.say("ui.lights." + word), node);
    }

    /** Follows the hand at once; is saved when it is let go, or by the keyboard. */
    private Slider slider(String word, int least) {
        Slider slider = new Slider(least, 100, 100);
        slider.setId("light-" + word);
        slider.setBlockIncrement(5);
        slider.valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                if (slider.isValueChanging()) {
                    model.tryOut(shown.kind(), set());
                } else {
                    save(set());
                }
            }
        });
        slider.valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing && !showing) {
                save(set());
            }
        });
        return slider;
    }

    private Adjustment set() {
        return new Adjustment(percent(brightness), percent(red), percent(green), percent(blue));
    }

    private static int percent(Slider slider) {
        return (int) Math.round(slider.getValue());
    }

    private void save(Adjustment adjustment) {
        if (!adjustment.equals(shown.adjustment())) {
            model.adjust(shown.kind(), adjustment);
        }
    }

    private void rename() {
        String now = nameOf(shown);
        if (!name.getText().strip().equals(now) && !model.name(shown.kind(), name.getText())) {
            name.setText(now);
        }
    }

    private static String nameOf(Card card) {
        return card.model().isEmpty() ? "" : card.title();
    }

    void showWhite(boolean isShown) {
        white.setSelected(isShown);
    }

    void show(Card card) {
        boolean fresh = shown == null || !nameOf(card).equals(nameOf(shown));
        shown = card;
        showing = true;
        shared.setText(card.shared() ? words.say("ui.lights.shared") : "");
        effects.setText(card.effects());
        if (fresh) {
            name.setText(nameOf(card));
        }
        if (!scheme.getItems().equals(card.schemes())) {
            scheme.getItems().setAll(card.schemes());
        }
        scheme.setValue(card.schemes().stream()
                .filter(LightsViewState.Choice::on)
                .findFirst()
                .orElse(null));
        button.setVisible(card.button().isPresent());
        button.setValue(card.button().orElse(null));
        slide(brightness, card.adjustment().brightness());
        slide(red, card.adjustment().red());
        slide(green, card.adjustment().green());
        slide(blue, card.adjustment().blue());
        showing = false;
    }

    private static void slide(Slider slider, int value) {
        if (!slider.isValueChanging()) {
            slider.setValue(value);
        }
    }
}
