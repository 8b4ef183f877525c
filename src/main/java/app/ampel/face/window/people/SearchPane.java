package app.ampel.face.window.people;

import app.ampel.domain.people.Person;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.SearchViewState.Hit;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws what typing has found. Nobody's state is shown before it is asked for. */
final class SearchPane extends VBox {

    private static final double HEIGHT = 52;

    private final Messages words;
    private final SearchModel model;
    private final Consumer<Person> add;
    private final Consumer<String> look;
    private final Label text = Parts.text("people-search-text", Styles.TEXT_MUTED);
    private final ListView<Hit> list = new ListView<>();

    /**
     * @param add puts somebody on the watch list
     * @param look shows the state of whoever has that id
     */
    SearchPane(Messages words, SearchModel model, Consumer<Person> add, Consumer<String> look) {
        this.words = words;
        this.model = model;
        this.add = add;
        this.look = look;
        list.setId("people-hits");
        list.setAccessibleText(words.say("ui.people.hits"));
        list.getStyleClass().add("people-list");
        list.setFixedCellSize(HEIGHT);
        list.setCellFactory(view -> new HitCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add("watch-list");
        getChildren().addAll(text, list);
        model.viewStateProperty().addListener((property, before, now) -> show(now));
    }

    private void show(SearchViewState face) {
        text.setText(face.text());
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (!list.getItems().equals(face.hits())) {
            list.getItems().setAll(face.hits());
            if (chosen >= 0 && chosen < face.hits().size()) {
                list.getSelectionModel().clearAndSelect(chosen);
            }
        }
        list.setVisible(!face.hits().isEmpty());
        list.setMaxHeight(face.hits().size() * HEIGHT + 2);
    }

    private void key(KeyEvent event) {
        Optional<Hit> hit = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        if (event.getCode() == KeyCode.ENTER) {
            hit.ifPresent(it -> look.accept(it.id()));
        } else if (event.getCode() == KeyCode.SPACE) {
            hit.ifPresent(this::add);
        } else {
            return;
        }
        event.consume();
    }

    /** From the field above. */
    void enter() {
        if (!list.getItems().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        }
    }

    private void add(Hit hit) {
        model.person(hit.id()).ifPresent(add);
    }

    private final class HitCell extends ListCell<Hit> {

        private final PersonBadge badge = new PersonBadge();
        private final Label name = new Label();
        private final Label about = new Label();
        private final Button add = button("add", () -> add(getItem()));
        private final HBox row;

        HitCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            name.getStyleClass().add(Styles.TEXT_BOLD);
            about.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            VBox texts = new VBox(name, about);
            texts.getStyleClass().add("person-texts");
            texts.setMinWidth(0);
            HBox.setHgrow(texts, Priority.ALWAYS);
            row = new HBox(badge, texts, add);
            row.getStyleClass().add("person-row");
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    look.accept(getItem().id());
                }
            });
        }

        private Button button(String key, Runnable verb) {
            Button button = Parts.button(new Button(words.say("ui.people." + key)), "hit-" + key, verb, Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
            button.setFocusTraversable(false);
            return button;
        }

        @Override
        protected void updateItem(Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            Optional<Hit> shown = Optional.ofNullable(hit).filter(it -> !empty);
            setGraphic(shown.isPresent() ? row : null);
            setAccessibleText(shown.map(it -> it.name() + ", " + it.about()).orElse(""));
            shown.ifPresent(it -> {
                badge.show(it.initials(), Optional.empty());
                name.setText(it.name());
                about.setText(it.about());
                // It is as wide as before: what is beside it must not move.
                add.setDisable(it.watched());
                add.setAccessibleHelp(words.say(it.watched() ? "ui.people.add.there" : "ui.people.add.hint"));
            });
        }
    }
}
