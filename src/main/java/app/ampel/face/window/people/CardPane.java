package app.ampel.face.window.people;

import app.ampel.domain.people.SavedSearch;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.CardViewState.Act;
import app.ampel.face.window.people.CardViewState.Kind;
import app.ampel.service.people.FindResult;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws the answer to who is free, or one person. Its buttons stand above all that can be longer or shorter. */
final class CardPane extends VBox {

    private final Messages words;
    private final FindModel model;
    private final PersonBadge badge = new PersonBadge();
    private final Label title = new Label();
    private final Label state = new Label();
    private final Button chat;
    private final Button another;
    private final Button back;
    private final Button letter;
    private final List<Button> reach;
    private final Button copy;
    private final Button add;
    private final Label progress = new Label();
    private final Label texts = Parts.text("card-texts");
    private final VBox near = new VBox();
    private final FlowPane tell;
    private final HBox save;
    private final QuestionFields question;
    private List<CardViewState.Near> drawn = List.of();
    private Kind shown = Kind.NOTHING;

    CardPane(Messages words, FindModel model, Runnable leave) {
        this.words = words;
        this.model = model;
        chat = button("chat", () -> model.reach(FindResult.Links::chat), Styles.ACCENT);
        Button call = button("call", () -> model.reach(FindResult.Links::call));
        Button meeting = button("meeting", () -> model.reach(FindResult.Links::meeting));
        reach = List.of(chat, call, meeting);
        copy = button("copy", model::copy);
        another = button("else", model::somebodyElse);
        add = button("add", model::add);
        letter = button("letter", model::write, Styles.ACCENT);
        back = button("back", leave);
        progress.setId("card-progress");
        progress.getStyleClass().addAll(Styles.TEXT_MUTED, "card-progress");
        near.getStyleClass().add("near");
        tell = tell();
        save = save();
        question = new QuestionFields(words, "card", this::asked);
        build(call, meeting);
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    private void build(Button call, Button meeting) {
        title.setId("card-title");
        title.getStyleClass().add(Styles.TITLE_3);
        state.setId("card-state");
        VBox names = new VBox(title, state);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox head = new HBox(badge, names);
        head.getStyleClass().add("person-row");
        FlowPane first = row(chat, call, meeting, copy);
        FlowPane second = row(another, add, letter, back);
        getStyleClass().add("answer-card");
        getChildren().addAll(head, first, second, progress, texts, near, tell, question, save);
        Stream.of(badge, progress, first, near, tell, question, save, another, add, letter)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        first.visibleProperty().bind(chat.visibleProperty());
    }

    private Button button(String name, Runnable verb, String... styles) {
        return Parts.button(new Button(words.say("ui.people." + name)), "card-" + name, verb, styles);
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(nodes);
        row.getStyleClass().add("left");
        return row;
    }

    private FlowPane tell() {
        ComboBox<Optional<Duration>> until = new ComboBox<>();
        until.setId("card-tell-until");
        until.setAccessibleText(words.say("ui.people.tell.until"));
        Parts.name(until, option -> TellOptions.text(option, words));
        until.getItems().setAll(TellOptions.ALL);
        until.setValue(TellOptions.ALL.get(0));
        return row(button("tell", () -> model.tellMe(until.getValue())), until);
    }

    private HBox save() {
        TextField name = new TextField();
        name.setId("card-name");
        name.setPromptText(words.say("ui.people.save.name"));
        name.setAccessibleText(words.say("ui.people.save"));
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() > SavedSearch.LONGEST_NAME ? null : change));
        HBox.setHgrow(name, Priority.ALWAYS);
        Runnable verb = () -> {
            model.save(name.getText());
            name.clear();
        };
        name.setOnAction(event -> verb.run());
        Button save = button("save", verb);
        save.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(name, save);
        row.getStyleClass().add("left");
        return row;
    }

    private void asked() {
        model.ask(question.typed());
    }

    private void show(CardViewState face) {
        boolean fresh = shown != face.kind();
        shown = face.kind();
        boolean person = !face.initials().isEmpty();
        boolean answer = person || face.kind() == Kind.NOBODY;
        badge.setVisible(person);
        badge.show(face.initials(), Optional.of(face.look()));
        title.setText(face.title());
        // A name has one line, however long it is: what is below it stays where it is.
        title.setWrapText(!person);
        state.setText(face.state());
        chat.setVisible(answer);
        reach.forEach(button -> button.setDisable(!face.can(Act.REACH)));
        copy.setDisable(!face.can(Act.COPY));
        another.setVisible(answer && face.kind() != Kind.PERSON);
        another.setDisable(!face.progress().isEmpty());
        add.setVisible(answer);
        add.setDisable(!face.can(Act.ADD));
        letter.setVisible(face.can(Act.LETTER));
        back.setText(words.say(face.can(Act.CANCEL) ? "ui.people.step.cancel" : "ui.people.back"));
        progress.setText(face.progress());
        progress.setVisible(answer && face.kind() != Kind.PERSON);
        texts.setText(String.join("\n", face.texts()));
        near(face.near());
        tell.setVisible(face.can(Act.TELL_ME));
        question.setVisible(person);
        save.setVisible(face.can(Act.SAVE));
        if (fresh) {
            question.show(model.question());
            focus(face);
        }
    }

    private void focus(CardViewState face) {
        if (getScene() != null && face.kind() != Kind.NOTHING) {
            Node first = face.can(Act.REACH)
                    ? chat
                    : face.can(Act.LETTER)
                            ? letter
                            : near.getChildren().stream().findFirst().orElse(back);
            first.requestFocus();
        }
    }

    private void near(List<CardViewState.Near> people) {
        near.setVisible(!people.isEmpty());
        if (!drawn.equals(people)) {
            drawn = people;
            near.getChildren().setAll(people.stream().map(this::near).toList());
        }
    }

    private Button near(CardViewState.Near one) {
        PersonBadge small = new PersonBadge();
        small.show(one.initials(), one.look());
        Button button = Parts.button(
                new Button(one.state().isEmpty() ? one.name() : one.name() + "\n" + one.state(), small),
                "card-near",
                () -> model.choose(one.id()),
                Styles.FLAT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("near-person");
        button.setAccessibleText(one.name() + ", " + one.state());
        return button;
    }

    Node first() {
        return chat.isVisible() && !chat.isDisabled() ? chat : back;
    }
}
