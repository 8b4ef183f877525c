package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.ManageViewState.Entry;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws searches and lists of one's own. */
final class ManagePane extends VBox {

    private final Messages words;
    private final ManageModel model;
    private final VBox searches = new VBox();
    private final VBox lists = new VBox();
    private final Label none;
    private final TextField name = new TextField();
    private ManageViewState shown = new ManageViewState(List.of(), List.of());

    ManagePane(Messages words, ManageModel model, Runnable back) {
        this.words = words;
        this.model = model;
        none = Parts.text("manage-none", Styles.TEXT_MUTED);
        name.setId("manage-name");
        name.setPromptText(words.say("ui.people.manage.name"));
        name.setAccessibleText(words.say("ui.people.manage.name"));
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() > ContactList.LONGEST_NAME ? null : change));
        name.setOnAction(event -> begin());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button begin = Parts.button(new Button(words.say("ui.people.manage.begin")), "manage-begin", this::begin);
        begin.setMinWidth(USE_PREF_SIZE);
        HBox fresh = new HBox(name, begin);
        fresh.getStyleClass().add("left");
        Button leave = Parts.button(new Button(words.say("ui.people.back")), "manage-back", back);
        List.of(searches, lists).forEach(box -> box.getStyleClass().add("manage"));
        getStyleClass().add("watch-list");
        getChildren().addAll(title("searches"), searches, title("lists"), lists, none, fresh, leave);
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private Label title(String key) {
        Label title = new Label(words.say("ui.people.manage." + key));
        title.getStyleClass().add(Styles.TITLE_4);
        return title;
    }

    private void begin() {
        model.begin(name.getText());
        name.clear();
    }

    private void show(ManageViewState face) {
        if (!face.equals(shown)) {
            shown = face;
            searches.getChildren()
                    .setAll(face.searches().stream()
                            .map(entry -> row(entry, model::removeSearch, model::giveBackSearch))
                            .toList());
            lists.getChildren().setAll(face.lists().stream().map(this::list).toList());
        }
        none.setText(face.lists().isEmpty() ? words.say("ui.people.manage.none") : "");
    }

    private Node list(Entry entry) {
        FlowPane members = new FlowPane();
        members.getStyleClass().add("left");
        PersonWords people = new PersonWords(words);
        List<Node> buttons = new ArrayList<>();
        for (Contact contact : entry.members()) {
            String who = people.name(contact);
            Button off = Parts.button(
                    new Button(who + " ×"), "manage-member", () -> model.takeOff(entry.name(), contact), Styles.SMALL);
            off.setMnemonicParsing(false);
            off.setAccessibleText(words.say("ui.people.manage.off", who, entry.name()));
            buttons.add(off);
        }
        members.getChildren().setAll(buttons);
        members.setVisible(!buttons.isEmpty());
        members.managedProperty().bind(members.visibleProperty());
        VBox all = new VBox(row(entry, model::removeList, model::giveBackList), members);
        all.getStyleClass().add("labelled");
        return all;
    }

    private Node row(Entry entry, Consumer<String> remove, Consumer<String> giveBack) {
        Label text = new Label(entry.text());
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button button = Parts.button(
                new Button(words.say(entry.removed() ? "ui.lights.forgotten.undo" : "ui.people.remove")),
                entry.removed() ? "manage-undo" : "manage-remove",
                () -> (entry.removed() ? giveBack : remove).accept(entry.name()),
                Styles.SMALL);
        button.setAccessibleText(button.getText() + ": " + entry.name());
        button.setMinWidth(USE_PREF_SIZE);
        button.setVisible(!entry.fixed());
        HBox row = new HBox(text, button);
        row.getStyleClass().add("row");
        return row;
    }
}
