package app.ampel.face.window.lights;

import app.ampel.domain.light.SerialProtocol.LineEnd;
import app.ampel.domain.light.TemplatePreset;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Succession;
import app.ampel.face.window.lights.AddLightForm.Speaks;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws the form in which a serial light is added. */
final class AddLightPane extends VBox {

    private final AddLightModel model;
    private final Messages words;
    private final ComboBox<AddLightViewState.Port> ports = new ComboBox<>();
    private final ComboBox<Speaks> speaks = new ComboBox<>();
    private final ComboBox<TemplatePreset> presets = new ComboBox<>();
    private final TextField text = field("add-text");
    private final TextField off = field("add-off");
    private final TextArea states = new TextArea();
    private final ComboBox<LineEnd> lineEnd = new ComboBox<>();
    private final TextField baud = field("add-baud");
    private final CheckBox dtr;
    private final CheckBox rts;
    private final TextField expect = field("add-expect");
    private final Label hint = Parts.text("add-hint", "trouble");
    private final Label preview = Parts.text("add-preview", Styles.TEXT_MUTED);
    private final Label effects = Parts.text("add-effects", Styles.TEXT_MUTED);
    private final Label says = Parts.text("add-says");
    private final ProgressBar waiting = new ProgressBar();
    private final GridPane template = new GridPane();
    private final VBox form = new VBox();
    private final Button tryIt;
    private final HBox asking;
    private final HBox trying;
    private boolean showing;

    AddLightPane(AddLightModel model, Messages words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("add-light");
        form.getStyleClass().add("add-light");
        ports.setId("add-port");
        ports.setMaxWidth(Double.MAX_VALUE);
        ports.setPromptText(words.say("ui.add.port.prompt"));
        ports.setButtonCell(new ChosenPort());
        ports.setAccessibleText(words.say("ui.add.port.label"));
        Parts.name(ports, AddLightViewState.Port::text);
        choice(speaks, "add-speaks", List.of(Speaks.values()), it -> words.say("ui.add.speaks." + word(it)));
        choice(presets, "add-preset", List.of(TemplatePreset.values()), it -> words.say("ui.add.preset." + it.word()));
        choice(lineEnd, "add-line-end", List.of(LineEnd.values()), it -> words.say("ui.add.line-end." + it.word()));
        dtr = new CheckBox(words.say("ui.add.dtr"));
        rts = new CheckBox(words.say("ui.add.rts"));
        states.setId("add-states");
        states.setPrefRowCount(2);
        states.setPromptText(words.say("ui.add.states.prompt"));
        expect.setPromptText(words.say("ui.add.expect.prompt"));
        off.setPromptText(words.say("ui.add.off.prompt"));
        presets.setPromptText(words.say("ui.add.preset.prompt"));
        tryIt = Parts.button(new Button(words.say("ui.add.try")), "add-try", model::tryIt, Styles.ACCENT);
        Button yes = Parts.button(new Button(words.say("ui.add.yes")), "add-yes", model::isRed, Styles.ACCENT);
        asking = row(
                yes, Parts.button(new Button(words.say("ui.add.no")), "add-no", model::isNotRed), cancel("add-cancel"));
        trying = row(cancel("add-stop"));
        Succession.after(trying, () -> List.of(yes, tryIt));
        Succession.after(asking, () -> List.of(tryIt));
        waiting.setMaxWidth(Double.MAX_VALUE);
        buildTemplate();
        form.getChildren()
                .addAll(
                        labelled("ui.add.port.label", ports),
                        hint,
                        labelled("ui.add.speaks.label", speaks),
                        template,
                        preview,
                        effects,
                        row(tryIt));
        getChildren().addAll(form, waiting, says, asking, trying);
        List.of(form, waiting, asking, trying)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        template.managedProperty().bind(template.visibleProperty());
        show(model.form());
        listen();
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private Button cancel(String id) {
        return Parts.harmless(id, words.say("ui.add.cancel"), model::cancel);
    }

    /** JavaFX's own forgets the prompt once something was chosen. */
    private final class ChosenPort extends ListCell<AddLightViewState.Port> {
        @Override
        protected void updateItem(AddLightViewState.Port port, boolean empty) {
            super.updateItem(port, empty);
            setText(port == null ? ports.getPromptText() : port.text());
        }
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("row");
        return row;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private VBox labelled(String key, Node field) {
        Label label = new Label(words.say(key));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        VBox box = new VBox(label, field);
        box.getStyleClass().add("labelled");
        return box;
    }

    private <T> void choice(ComboBox<T> box, String id, List<T> all, Function<T, String> name) {
        box.setId(id);
        box.setItems(FXCollections.observableArrayList(all));
        box.setMaxWidth(Double.MAX_VALUE);
        Parts.name(box, name);
    }

    private void buildTemplate() {
        template.getStyleClass().add("why");
        field("ui.add.preset.label", presets);
        field("ui.add.text.label", text);
        field("ui.add.off.label", off);
        field("ui.add.states.label", states);
        field("ui.add.line-end.label", lineEnd);
        field("ui.add.baud.label", baud);
        field("ui.add.lines.label", row(dtr, rts));
        field("ui.add.expect.label", expect);
    }

    private void field(String key, Node field) {
        Parts.field(template, words.say(key), field);
    }

    /** Puts what is filled in where somebody sees it. */
    private void show(AddLightForm filled) {
        showing = true;
        speaks.setValue(filled.speaks());
        text.setText(filled.text());
        off.setText(filled.off());
        states.setText(filled.states());
        lineEnd.setValue(filled.lineEnd());
        baud.setText(filled.baud());
        dtr.setSelected(filled.dtr());
        rts.setSelected(filled.rts());
        expect.setText(filled.expect());
        if (filled.port().isEmpty()) {
            ports.setValue(null);
        }
        showing = false;
    }

    private void listen() {
        Runnable filled = this::filled;
        ports.valueProperty().addListener((property, before, now) -> filled.run());
        ports.setOnShowing(event -> model.list());
        speaks.valueProperty().addListener((property, before, now) -> filled.run());
        lineEnd.valueProperty().addListener((property, before, now) -> filled.run());
        dtr.selectedProperty().addListener((property, before, now) -> filled.run());
        rts.selectedProperty().addListener((property, before, now) -> filled.run());
        List.<TextInputControl>of(text, off, states, baud, expect)
                .forEach(field -> field.textProperty().addListener((property, before, now) -> filled.run()));
        presets.valueProperty().addListener((property, before, preset) -> {
            if (preset != null) {
                text.setText(preset.text());
                off.setText(preset.off().orElse(""));
                states.setText(preset.states().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n")));
                lineEnd.setValue(preset.lineEnd());
            }
        });
    }

    private void filled() {
        if (!showing) {
            model.fill(new AddLightForm(
                    Optional.ofNullable(ports.getValue())
                            .flatMap(AddLightViewState.Port::id)
                            .orElse(""),
                    speaks.getValue(),
                    text.getText(),
                    off.getText(),
                    states.getText(),
                    lineEnd.getValue(),
                    baud.getText(),
                    dtr.isSelected(),
                    rts.isSelected(),
                    expect.getText()));
            // What was filled in may leave the face as it was, and still ask for other fields.
            show(model.viewState());
        }
    }

    private void show(AddLightViewState face) {
        showing = true;
        AddLightViewState.Port chosen = ports.getValue();
        if (!ports.getItems().equals(face.ports())) {
            ports.getItems().setAll(face.ports());
            ports.setValue(chosen != null && face.ports().contains(chosen) ? chosen : null);
        }
        showing = false;
        if (chosen != null && ports.getValue() == null && !model.form().port().isEmpty()) {
            filled();
            return;
        }
        if (model.form().equals(AddLightForm.EMPTY) && chosen != null) {
            show(model.form());
        }
        hint.setText(Optional.ofNullable(ports.getValue())
                .map(AddLightViewState.Port::hint)
                .orElse(face.noPorts()));
        template.setVisible(model.form().speaks() == Speaks.TEMPLATE);
        preview.setText(face.preview().isEmpty() ? "" : words.say("ui.add.preview", face.preview()));
        effects.setText(face.effects());
        form.setVisible(face.stage() == AddLightViewState.Stage.FORM);
        waiting.setVisible(face.stage() == AddLightViewState.Stage.TRYING && !model.isMotionReduced());
        trying.setVisible(face.stage() == AddLightViewState.Stage.TRYING);
        asking.setVisible(face.stage() == AddLightViewState.Stage.ASKING);
        tryIt.setDisable(!face.wrong().isEmpty());
        boolean started = !model.form().port().isEmpty();
        says.setText(face.text().isEmpty() && started ? face.wrong() : face.text());
    }
}
