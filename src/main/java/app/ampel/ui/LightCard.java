package app.ampel.ui;

import app.ampel.light.Adjustment;
import app.ampel.light.Glow;
import app.ampel.light.LightCommand;
import app.ampel.ui.LightsFace.Card;
import app.ampel.ui.LightsFace.Remedy;
import app.ampel.words.Words;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** One light: what it shows now, and what can be done with it. Stays while the light does, so that nothing typed is lost. */
final class LightCard extends VBox {

    private static final double LAMP = 13;

    private final LightsModel model;
    private final Words words;
    private final String id;
    private final Circle lamp = new Circle(LAMP);
    private final Label title = Parts.text("light-title", Styles.TEXT_BOLD);
    private final Label kind = Parts.text("light-model", Styles.TEXT_MUTED);
    private final Label says = Parts.text("light-says");
    private final Label hint = Parts.text("light-hint", "trouble");
    private final Label shared = Parts.text("light-shared", Styles.TEXT_MUTED);
    private final Button identify;
    private final ToggleButton off;
    private final Button install;
    private final Button copy;
    private final Button forget;
    private final TextField name = new TextField();
    private final ToggleButton white;
    private final ComboBox<LightsFace.Choice> scheme = new ComboBox<>();
    private final Slider brightness;
    private final Slider red;
    private final Slider green;
    private final Slider blue;
    private final TitledPane adjust;
    private Card shown;
    private boolean showing;

    LightCard(LightsModel model, Words words, String id) {
        this.model = model;
        this.words = words;
        this.id = id;
        getStyleClass().add("light-card");
        lamp.getStyleClass().add("lamp-dot");
        identify = button("ui.lights.identify", "light-identify", () -> model.identify(id));
        off = Parts.button(
                new ToggleButton(words.say("ui.lights.off")), "light-off", () -> model.off(shown.kind(), !shown.off()));
        install = button("ui.lights.rules.install", "light-install", model::installRules);
        install.getStyleClass().add(Styles.ACCENT);
        copy = button("ui.lights.rules.copy", "light-copy", this::copyRules);
        forget = button("ui.lights.forget", "light-forget", () -> model.forget(id, shown.kind()));
        white = new ToggleButton(words.say("ui.lights.white"));
        brightness = slider("ui.lights.brightness", 1);
        red = slider("ui.lights.red", 0);
        green = slider("ui.lights.green", 0);
        blue = slider("ui.lights.blue", 0);
        adjust = Parts.fold("light-adjust", words.say("ui.lights.adjust"), adjustments());
        adjust.expandedProperty().addListener((property, before, open) -> {
            if (!open) {
                model.showWhite(false);
            }
        });
        HBox buttons = new HBox(identify, off, install, copy, forget);
        buttons.getStyleClass().add("row");
        List.of(install, copy, forget, adjust)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        getChildren().addAll(header(), hint, buttons, adjust);
    }

    private Button button(String key, String node, Runnable verb) {
        return Parts.button(new Button(words.say(key)), node, verb);
    }

    private HBox header() {
        VBox texts = new VBox(title, kind, says);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox header = new HBox(lamp, texts);
        header.getStyleClass().add("light-header");
        return header;
    }

    private VBox adjustments() {
        name.setId("light-name");
        name.setPromptText(words.say("ui.lights.name.prompt"));
        name.setOnAction(event -> rename());
        name.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                rename();
            }
        });
        scheme.setId("light-scheme");
        scheme.setMaxWidth(Double.MAX_VALUE);
        Parts.name(scheme, LightsFace.Choice::text);
        scheme.setOnAction(event -> {
            if (!showing && scheme.getValue() != null) {
                model.follow(shown.kind(), scheme.getValue().scheme());
            }
        });
        Parts.button(white, "light-white", () -> model.showWhite(white.isSelected()));
        Label balance = Parts.text("light-balance", Styles.TEXT_MUTED);
        balance.setText(words.say("ui.lights.balance"));
        Button reset = button("ui.lights.reset", "light-reset", () -> save(Adjustment.NONE));
        HBox row = new HBox(white, reset);
        row.getStyleClass().add("row");
        VBox all = new VBox(shared, grid(), balance, row);
        all.getStyleClass().add("section");
        return all;
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("why");
        Parts.field(grid, words.say("ui.lights.name"), name);
        Parts.field(grid, words.say("ui.lights.scheme"), scheme);
        Parts.field(grid, words.say("ui.lights.brightness"), brightness);
        Parts.field(grid, words.say("ui.lights.red"), red);
        Parts.field(grid, words.say("ui.lights.green"), green);
        Parts.field(grid, words.say("ui.lights.blue"), blue);
        return grid;
    }

    /** Follows the hand at once; is saved when it is let go, or by the keyboard. */
    private Slider slider(String key, int least) {
        Slider slider = new Slider(least, 100, 100);
        slider.setId(key.replace("ui.lights.", "light-"));
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
        String now = shown.model().isEmpty() ? "" : shown.title();
        if (!name.getText().strip().equals(now) && !model.name(shown.kind(), name.getText())) {
            name.setText(now);
        }
    }

    private void copyRules() {
        Parts.copy(model.rules());
    }

    void show(Card card, LightsFace face) {
        white.setSelected(face.white());
        install.setDisable(face.installing());
        if (card.equals(shown)) {
            return;
        }
        boolean fresh = shown == null || !card.title().equals(shown.title());
        shown = card;
        showing = true;
        title.setText(card.title());
        kind.setText(card.model());
        says.setText(card.says());
        hint.setText(card.hint());
        paint(card.shown());
        identify.setDisable(!card.canIdentify());
        off.setSelected(card.off());
        install.setVisible(card.remedy() == Remedy.RULES);
        copy.setVisible(card.remedy() == Remedy.RULES);
        forget.setVisible(card.remedy() == Remedy.FORGET);
        adjust.setVisible(!card.trouble());
        shared.setText(card.shared() ? words.say("ui.lights.shared") : "");
        if (fresh) {
            name.setText(card.model().isEmpty() ? "" : card.title());
        }
        scheme.getItems().setAll(card.schemes());
        scheme.setValue(card.schemes().stream()
                .filter(LightsFace.Choice::on)
                .findFirst()
                .orElse(null));
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

    private void paint(LightCommand command) {
        lamp.setFill(
                command.colour().isDark()
                        ? Color.TRANSPARENT
                        : Color.web(Glow.onScreen(command.colour()).toString()));
    }
}
