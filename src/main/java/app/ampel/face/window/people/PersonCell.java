package app.ampel.face.window.people;

import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.PeopleViewState.Kind;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A line of the watch list, as high as any other whatever there is to say. By the keyboard the list does what its buttons do. */
final class PersonCell extends ListCell<Line> {

    static final double HEIGHT = 62;

    /** From here on there is room for one more button. */
    private static final double WIDE = 440;

    private final Messages words;
    private final PersonBadge badge = new PersonBadge();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final Button act;
    private final Button call;
    private final Button more;
    private final HBox row;
    private final BooleanProperty person = new SimpleBooleanProperty();

    /** What its buttons do. */
    interface Verbs {

        /** What the line is there for: a chat, the way back, adding. */
        void act(Line line);

        void call(Line line);

        /** @param beside where the menu is to open */
        void menu(Line line, Node beside);
    }

    PersonCell(Messages words, Verbs verbs) {
        this.words = words;
        act = button("", "person-act", () -> verbs.act(getItem()));
        call = button(words.say("ui.people.call"), "person-call", () -> verbs.call(getItem()));
        more = button("⋯", "person-more", () -> {});
        more.setOnAction(event -> verbs.menu(getItem(), more));
        more.setAccessibleText(words.say("ui.people.more"));
        call.visibleProperty().bind(person.and(widthProperty().greaterThan(WIDE)));
        row = row();
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                verbs.act(getItem());
            }
        });
        setOnMouseEntered(event -> tip());
    }

    private static Button button(String text, String id, Runnable verb) {
        Button button = Parts.button(new Button(text), id, verb, Styles.SMALL);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private HBox row() {
        name.getStyleClass().add(Styles.TEXT_BOLD);
        detail.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        VBox texts = new VBox(name, state, detail);
        texts.getStyleClass().add("person-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox all = new HBox(badge, texts, act, call, more);
        all.getStyleClass().add("person-row");
        return all;
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        Optional<Line> shown = Optional.ofNullable(line).filter(it -> !empty);
        setGraphic(shown.isPresent() ? row : null);
        setAccessibleText(shown.map(Line::spoken).orElse(""));
        shown.ifPresent(this::show);
    }

    private void show(Line line) {
        boolean there = line.kind() == Kind.PERSON;
        boolean removed = line.kind() == Kind.REMOVED;
        badge.show(line.initials(), line.look());
        badge.setOpacity(there || line.kind() == Kind.SUGGESTED ? 1 : 0.5);
        name.setText(removed ? "" : line.name());
        name.setManaged(!removed);
        state.setText(line.state());
        detail.setText(line.detail());
        act.setText(actText(line.kind()));
        act.setVisible(line.kind() != Kind.GONE && (!removed || line.undoable()));
        person.set(there);
        more.setVisible(there || line.kind() == Kind.GONE);
        Optional.ofNullable(getTooltip()).ifPresent(tip -> tip.setText(line.spoken()));
    }

    private String actText(Kind kind) {
        return switch (kind) {
            case PERSON, GONE -> words.say("ui.people.chat");
            case REMOVED -> words.say("ui.lights.forgotten.undo");
            case SUGGESTED -> words.say("ui.people.add");
        };
    }

    /** What finds no room. A tooltip is a window of its own: only where somebody points. */
    private void tip() {
        if (!isEmpty() && getTooltip() == null) {
            Tooltip tip = new Tooltip(getItem().spoken());
            tip.setWrapText(true);
            tip.setMaxWidth(WIDE);
            setTooltip(tip);
        }
    }
}
