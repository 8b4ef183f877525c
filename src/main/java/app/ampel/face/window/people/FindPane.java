package app.ampel.face.window.people;

import app.ampel.domain.people.ConsentStep;
import app.ampel.domain.people.ContactPool;
import app.ampel.domain.people.Question;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.FindForm.Source;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form for finding somebody. All of it is there always: what is not needed is disabled, so that nothing moves. */
final class FindPane extends VBox {

    private static final double HINT_LINES = 3.2;

    private final Messages words;
    private final FindModel model;
    private final ConsentModel consent;
    private final TextField primary = new TextField();
    private final TextField secondary = new TextField();
    private final ComboBox<Source> source = new ComboBox<>();
    private final TextField which = new TextField();
    private final ComboBox<String> list = new ComboBox<>();
    private final ComboBox<ContactPool.Part> part = new ComboBox<>();
    private final QuestionFields question;
    private final Label hint = new Label();
    private final Runnable begun;

    /** @param begun told when the search has begun */
    FindPane(Messages words, FindModel model, ConsentModel consent, Runnable begun, Runnable back) {
        this.words = words;
        this.model = model;
        this.consent = consent;
        this.begun = begun;
        question = new QuestionFields(words, "find", () -> {});
        Label title = new Label(words.say("ui.people.find"));
        title.getStyleClass().add(Styles.TITLE_4);
        hint.setId("find-hint");
        hint.setWrapText(true);
        hint.getStyleClass().add("saying");
        hint.setStyle("-fx-min-height: " + HINT_LINES + "em");
        Button find = Parts.button(new Button(words.say("ui.people.find.go")), "find-go", this::find, Styles.ACCENT);
        find.setDefaultButton(true);
        Button leave = Parts.button(new Button(words.say("ui.people.back")), "find-back", back);
        HBox buttons = new HBox(find, leave);
        buttons.getStyleClass().add("left");
        getStyleClass().add("watch-list");
        getChildren().addAll(title, form(), hint, question, buttons);
        show(List.of());
    }

    private GridPane form() {
        GridPane form = new GridPane();
        form.getStyleClass().add("people-form");
        form.getColumnConstraints().addAll(new ColumnConstraints(), growing());
        primary.setPromptText(words.say("ui.people.find.who"));
        secondary.setPromptText(words.say("ui.people.find.several"));
        Parts.name(source, value -> words.say("ui.people.find.source." + value.word()));
        source.getItems().setAll(Source.values());
        source.setValue(Source.NOBODY);
        source.valueProperty().addListener((property, before, now) -> show(list.getItems()));
        Parts.name(part, value -> words.say("ui.people.find.part." + value.word()));
        part.getItems().setAll(ContactPool.Part.values());
        part.setValue(ContactPool.Part.OWNERS);
        List.of(source, list, part).forEach(box -> box.setMaxWidth(Double.MAX_VALUE));
        field(form, "primary", primary);
        field(form, "secondary", secondary);
        field(form, "source", source);
        StackPane named = new StackPane(which, list);
        Label label = Parts.field(form, words.say("ui.people.find.which"), named);
        label.setLabelFor(which);
        which.setId("find-which");
        which.setAccessibleText(label.getText());
        list.setId("find-list");
        list.setAccessibleText(label.getText());
        field(form, "part", part);
        return form;
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void field(GridPane form, String name, Node field) {
        field.setId("find-" + name);
        Parts.field(form, words.say("ui.people.find." + name), field);
    }

    /** With the user's own lists as they are now. */
    void show(List<String> lists) {
        String chosen = list.getValue();
        if (!list.getItems().equals(lists)) {
            list.getItems().setAll(lists);
            list.setValue(lists.contains(chosen) ? chosen : null);
        }
        Source from = source.getValue();
        boolean isList = from == Source.LIST;
        which.setVisible(!isList);
        which.setDisable(!from.isNamed());
        list.setVisible(isList);
        part.setDisable(from != Source.GROUP);
        hint.setText(from.use()
                .flatMap(consent::before)
                .map(ConsentStep::key)
                .or(() -> isList && lists.isEmpty() ? Optional.of("ui.people.find.no-lists") : Optional.empty())
                .map(key -> words.say(key))
                .orElse(""));
    }

    private void find() {
        String named = source.getValue() == Source.LIST
                ? Optional.ofNullable(list.getValue()).orElse("")
                : which.getText();
        FindForm form = new FindForm(
                primary.getText(), secondary.getText(), source.getValue(), named, part.getValue(), question.typed());
        Optional<String> missing = model.find(form);
        hint.setText(missing.map(key -> words.say(key)).orElse(""));
        if (missing.isEmpty()) {
            begun.run();
        }
    }

    /** What a chosen person has changed in it. */
    void fill(FindForm form) {
        primary.setText(form.primary());
        secondary.setText(form.secondary());
    }

    void clearQuestion() {
        question.show(Question.NONE);
    }

    Node first() {
        return primary;
    }
}
