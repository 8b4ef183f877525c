package app.ampel.face.window.colours;

import app.ampel.domain.light.LightCommand;
import app.ampel.face.window.kit.ColourLamp;
import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Ticker;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Draws {@link ColoursViewState}s. */
public final class ColoursPage extends VBox implements Page {

    private static final double DOT = 8;
    private static final Map<KeyCombination, Boolean> UNDOES = Map.of(
            KeyCombination.valueOf("Shortcut+Z"), true,
            KeyCombination.valueOf("Shortcut+Shift+Z"), false,
            KeyCombination.valueOf("Shortcut+Y"), false);

    private record SchemeCard(RadioButton button, HBox strip) {}

    private final PageContext context;
    private final Messages words;
    private final ColoursModel model;
    private final ColourEditor editor;
    private final Map<String, SchemeCard> cards = new LinkedHashMap<>();
    private final Map<Object, ColourRow> rows = new LinkedHashMap<>();
    private final Button undo;
    private final Button redo;
    private final Label info = Parts.notice("colours-info");
    private final Label hints = Parts.text("colours-hints", "trouble");
    private final Label notice = Parts.trouble("colours-notice");

    public ColoursPage(PageContext context, Consumer<Optional<LightCommand>> lights) {
        this.context = context;
        words = context.words();
        model = new ColoursModel(context, lights);
        editor = new ColourEditor(model, words);
        undo = Parts.button(new Button(), "undo", model::undo);
        redo = Parts.button(new Button(), "redo", model::redo);
        getStyleClass().add("page");
        Label title = new Label(words.say("ui.section.colours"));
        title.getStyleClass().add(Styles.TITLE_2);
        getChildren().addAll(title, schemes(), tools(), notice, info, hints, states());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // Another page, or no window any more: nobody chooses a colour.
        sceneProperty().addListener((property, before, scene) -> {
            if (scene == null) {
                model.leave();
            }
        });
        model.viewStateProperty().addListener((property, before, now) -> {
            show(now);
            context.moved().run();
        });
        show(model.viewState());
    }

    private VBox schemes() {
        VBox all = new VBox();
        all.getStyleClass().add("schemes");
        ToggleGroup group = new ToggleGroup();
        for (ColoursViewState.Card card : model.viewState().schemes()) {
            RadioButton button = Parts.button(
                    new RadioButton(card.text()), "scheme-" + card.name(), () -> model.choose(card.name()));
            button.setToggleGroup(group);
            button.setAccessibleHelp(card.detail());
            Label detail = Parts.text("scheme-detail-" + card.name(), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            detail.setText(card.detail());
            HBox strip = new HBox();
            strip.getStyleClass().add("scheme-strip");
            VBox box = new VBox(button, detail, strip);
            box.getStyleClass().add("scheme");
            box.setOnMouseClicked(event -> button.fire());
            cards.put(card.name(), new SchemeCard(button, strip));
            all.getChildren().add(box);
        }
        return all;
    }

    private FlowPane tools() {
        Button open = Parts.button(new Button(words.say("ui.colours.import")), "import", this::chooseToImport);
        Button save = Parts.button(new Button(words.say("ui.colours.export")), "export", this::chooseToExport);
        FlowPane tools = new FlowPane(undo, redo, open, save);
        tools.getStyleClass().add("tools");
        return tools;
    }

    private VBox states() {
        VBox all = new VBox();
        all.getStyleClass().add("colour-rows");
        for (ColoursViewState.Row row : model.viewState().rows()) {
            ColourRow made = new ColourRow(row, model, words);
            rows.put(row.kind(), made);
            all.getChildren().add(made);
        }
        return all;
    }

    private void pressed(KeyEvent event) {
        UNDOES.forEach((keys, back) -> {
            if (keys.match(event)) {
                event.consume();
                if (back) {
                    model.undo();
                } else {
                    model.redo();
                }
            }
        });
    }

    private void chooseToImport() {
        chosen(chooser().showOpenDialog(getScene().getWindow())).ifPresent(file -> model.importFrom(file.toPath()));
    }

    private void chooseToExport() {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(words.say("ui.colours.file"));
        chosen(chooser.showSaveDialog(getScene().getWindow())).ifPresent(file -> model.exportTo(file.toPath()));
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        return chooser;
    }

    private static Optional<File> chosen(File file) {
        return Optional.ofNullable(file);
    }

    private void show(ColoursViewState face) {
        face.schemes().forEach(card -> {
            SchemeCard drawn = cards.get(card.name());
            drawn.button().setSelected(card.on());
            drawn.strip()
                    .getChildren()
                    .setAll(card.strip().stream()
                            .map(shown -> {
                                ColourLamp dot = new ColourLamp(DOT);
                                dot.show(shown, 1);
                                return dot;
                            })
                            .toList());
        });
        Parts.show(undo, face.undo());
        Parts.show(redo, face.redo());
        info.setText(face.info());
        hints.setText(String.join("\n", face.hints()));
        notice.setText(face.notice());
        face.rows().forEach(row -> rows.get(row.kind()).show(row, editor));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return model.viewState().schemes().stream()
                .filter(ColoursViewState.Card::on)
                .findFirst()
                .map(card -> cards.get(card.name()).button())
                .orElseThrow();
    }

    @Override
    public void feed(Snapshot now) {
        model.feed();
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isMoving() {
        return model.isMoving();
    }

    @Override
    public Duration pace() {
        return Ticker.OF_EFFECTS;
    }

    @Override
    public void hidden() {
        model.leave();
    }
}
