package app.ampel.face.window.status;

import app.ampel.domain.status.StatusRequest;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Succession;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The part of the status page with which a status is set by hand. */
final class ByHand extends VBox {

    private final StatusModel model;
    private final Messages words;
    private final ToggleButton inACall;
    private final MenuButton states = new MenuButton();
    private final MenuButton times = new MenuButton();
    private final TextField note = new TextField();
    private final Label count = new Label();
    private final Button extend;
    private final Button clear;
    private final Button takeOver;
    private final FlowPane running;
    private List<?> shown = List.of();

    ByHand(StatusModel model, Messages words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("by-hand");
        inACall = Parts.button(new ToggleButton(), "in-a-call", model::toggleInACall, "in-a-call");
        extend = Parts.button(new Button(), "extend", model::extend);
        clear = Parts.button(new Button(), "clear", model::clear);
        takeOver = Parts.button(new Button(), "take-over", model::takeOver, Styles.ACCENT);
        takeOver.managedProperty().bind(takeOver.visibleProperty());
        states.setId("states");
        states.setText(words.say("tray.set"));
        times.setId("times");
        running = row(extend, clear, takeOver);
        running.managedProperty().bind(running.visibleProperty());
        Succession.after(running, () -> List.of(inACall));
        getChildren().addAll(row(inACall, states, times), running, noteRow());
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(nodes);
        row.getStyleClass().add("buttons");
        return row;
    }

    private HBox noteRow() {
        note.setId("note");
        note.setPromptText(words.say("ui.note"));
        note.setAccessibleText(words.say("ui.note"));
        note.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= StatusRequest.LONGEST_NOTE ? change : null));
        note.textProperty().addListener((property, before, now) -> {
            model.note(now);
            count(now);
        });
        note.setOnAction(event -> model.sendNote());
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count("");
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox row = new HBox(note, count);
        row.getStyleClass().add("note");
        return row;
    }

    private void count(String text) {
        count.setText(words.say("ui.note.count", text.length(), StatusRequest.LONGEST_NOTE));
    }

    Node first() {
        return inACall;
    }

    void show(StatusViewState face) {
        Parts.show(inACall, face.inACall());
        inACall.setSelected(face.inACall().on());
        Parts.show(extend, face.extend());
        Parts.show(clear, face.clear());
        running.setVisible(face.clear().enabled());
        takeOver.setVisible(face.takeOver().isPresent());
        face.takeOver().ifPresent(action -> Parts.show(takeOver, action));
        note.setDisable(face.lightOnly().on());
        if (!note.getText().equals(face.note())) {
            note.setText(face.note());
        }
        List<?> picks = List.of(face.states(), face.times(), face.lightOnly());
        if (!picks.equals(shown)) {
            shown = picks;
            showStates(face);
            fill(times, face.times(), model::last);
            face.times().stream()
                    .filter(StatusViewState.Pick::on)
                    .findFirst()
                    .ifPresent(on -> times.setText(words.say("ui.for", on.text())));
        }
    }

    private void showStates(StatusViewState face) {
        fill(states, face.states(), model::set);
        CheckMenuItem only = new CheckMenuItem(face.lightOnly().text());
        only.setSelected(face.lightOnly().on());
        only.setOnAction(event -> model.lightOnly(only.isSelected()));
        states.getItems().addAll(new SeparatorMenuItem(), only);
    }

    private static <T> void fill(MenuButton menu, List<StatusViewState.Pick<T>> picks, Consumer<T> verb) {
        menu.getItems().setAll(picks.stream().map(pick -> item(pick, verb)).toList());
    }

    private static <T> MenuItem item(StatusViewState.Pick<T> pick, Consumer<T> verb) {
        RadioMenuItem item = new RadioMenuItem(pick.text());
        item.setSelected(pick.on());
        item.setOnAction(event -> verb.accept(pick.value()));
        return item;
    }
}
