package app.ampel.face.window.colours;

import app.ampel.domain.light.Colour;
import app.ampel.domain.light.Effect;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.Speed;
import app.ampel.domain.policy.Schemes;
import app.ampel.face.window.kit.ColourLamp;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Colour, effect and speed of the row that is open. One for all rows. */
final class ColourEditor extends VBox {

    private static final double SWATCH = 11;

    private final ColoursModel model;
    private final Messages words;
    private final Map<Colour, ToggleButton> palette = new LinkedHashMap<>();
    private final Map<Effect, ToggleButton> effects = new EnumMap<>(Effect.class);
    private final Map<Speed, ToggleButton> speeds = new EnumMap<>(Speed.class);
    private final TextField hex = new TextField();
    private final Label wrong = Parts.text("hex-wrong", Styles.DANGER);
    private final Slider hue;
    private final Slider brightness;
    private LightCommand shown = LightCommand.OFF;
    private boolean drawing;

    ColourEditor(ColoursModel model, Messages words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("colour-editor");
        hue = slider("hue", 0, 359, value -> Hsb.of(shown.colour()).withHue(value));
        brightness =
                slider("brightness", 0, 100, value -> Hsb.of(shown.colour()).withBrightness(value));
        getChildren().addAll(swatches(), wrong, details());
        hex.setId("hex");
        hex.setPrefColumnCount(7);
        hex.setAccessibleText(words.say("ui.colours.hex"));
        hex.setOnAction(event -> typed());
        hex.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                typed();
            }
        });
    }

    private FlowPane swatches() {
        Phrases phrases = new Phrases(words);
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("swatches");
        Phrases.NAMED.forEach((word, colour) -> palette.put(colour, swatch(phrases, LightCommand.solid(colour))));
        palette.put(Schemes.DIM_WHITE.colour(), swatch(phrases, Schemes.DIM_WHITE));
        palette.put(Colour.BLACK, swatch(phrases, LightCommand.OFF));
        pane.getChildren().addAll(palette.values());
        return pane;
    }

    private ToggleButton swatch(Phrases phrases, LightCommand solid) {
        Colour colour = solid.colour();
        ColourLamp lamp = new ColourLamp(SWATCH);
        lamp.show(solid, 1);
        ToggleButton button = new ToggleButton("", lamp);
        String name = phrases.command(solid);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.getStyleClass().add("swatch");
        return Parts.button(button, "swatch-" + colour.toString().substring(1), () -> edit(command -> to(colour)));
    }

    private LightCommand to(Colour colour) {
        return shown.in(colour);
    }

    private GridPane details() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("colour-details");
        int row = 0;
        row(grid, row++, "hue", hue);
        row(grid, row++, "brightness", brightness);
        row(grid, row++, "hex", hex);
        row(
                grid,
                row++,
                "effect",
                choice(
                        Effect.values(),
                        effects,
                        "ui.colours.effect.",
                        Effect::word,
                        effect -> new LightCommand(shown.colour(), effect, shown.speed())));
        row(
                grid,
                row,
                "speed",
                choice(
                        Speed.values(),
                        speeds,
                        "ui.colours.speed.",
                        Speed::word,
                        speed -> new LightCommand(shown.colour(), shown.effect(), speed)));
        return grid;
    }

    private void row(GridPane grid, int row, String word, Node control) {
        Label label = new Label(words.say("ui.colours." + word));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        GridPane.setHgrow(control, control == hex ? Priority.NEVER : Priority.ALWAYS);
        GridPane.setFillWidth(control, control != hex);
        grid.addRow(row, label, control);
    }

    private <T> FlowPane choice(
            T[] values,
            Map<T, ToggleButton> buttons,
            String key,
            Function<T, String> word,
            Function<T, LightCommand> change) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("choices");
        Arrays.stream(values).forEach(value -> {
            String id = key.substring("ui.colours.".length()).replace('.', '-') + word.apply(value);
            ToggleButton button = new ToggleButton(words.say(key + word.apply(value)));
            buttons.put(value, Parts.button(button, id, () -> edit(command -> change.apply(value)), Styles.SMALL));
        });
        pane.getChildren().addAll(buttons.values());
        return pane;
    }

    private void edit(Function<LightCommand, LightCommand> change) {
        model.edit(change::apply, "");
        draw();
    }

    /** Dragging tries out; letting go, a click and the keys keep it. */
    private Slider slider(String word, double least, double most, DoubleFunction<Hsb> made) {
        Slider slider = new Slider(least, most, least);
        slider.setId(word);
        slider.setAccessibleText(words.say("ui.colours." + word));
        slider.setBlockIncrement((most - least) / 24);
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.valueProperty().addListener((property, before, value) -> {
            if (!drawing) {
                slid(slider, word, made.apply(value.doubleValue()).colour());
            }
        });
        slider.valueChangingProperty().addListener((property, before, dragging) -> {
            if (!dragging) {
                slid(slider, word, made.apply(slider.getValue()).colour());
            }
        });
        return slider;
    }

    private void slid(Slider slider, String word, Colour colour) {
        if (slider.isValueChanging()) {
            model.tryOut(command -> to(colour));
        } else {
            model.edit(command -> to(colour), word);
        }
    }

    private void typed() {
        String text = hex.getText().strip();
        if (text.equalsIgnoreCase(shown.colour().toString())) {
            wrong.setText("");
            return;
        }
        wrong.setText(Colour.parse(text).isPresent() ? "" : words.say("ui.colours.hex-wrong"));
        Colour.parse(text).ifPresent(colour -> edit(command -> to(colour)));
    }

    void show(LightCommand command) {
        boolean isNew = !command.equals(shown);
        shown = command;
        if (isNew) {
            wrong.setText("");
            hex.setText(command.colour().toString());
        }
        draw();
    }

    private void draw() {
        drawing = true;
        Hsb hsb = Hsb.of(shown.colour());
        move(hue, hsb.saturation() == 0 ? hue.getValue() : hsb.hue());
        move(brightness, hsb.brightness());
        palette.forEach((colour, button) -> button.setSelected(colour.equals(shown.colour())));
        effects.forEach((effect, button) -> {
            button.setSelected(effect == shown.effect());
            button.setDisable(shown.colour().isDark());
        });
        speeds.forEach((speed, button) -> {
            button.setSelected(speed == shown.speed());
            button.setDisable(shown.effect() == Effect.SOLID);
        });
        drawing = false;
    }

    /** Not while somebody has it in his hand, and not for the sake of rounding. */
    private static void move(Slider slider, double value) {
        if (!slider.isValueChanging() && Math.abs(slider.getValue() - value) > 1.5) {
            slider.setValue(value);
        }
    }

    Node first() {
        return palette.getOrDefault(shown.colour(), palette.values().iterator().next());
    }
}
