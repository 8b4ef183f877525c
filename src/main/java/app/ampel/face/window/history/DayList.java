package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Stretch;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The days before, the newest first: a strip each, of which there are only as many as can be seen. */
final class DayList extends VBox {

    private static final double ROW = 30;
    private static final double STRIP = 16;
    private static final int MOST_ROWS = 10;

    private final HistoryWords sayings;
    private final String hint;
    private Stretch stretch;
    private final ListView<Day> list = new ListView<>();
    private final Label details = Parts.text("day-details", Styles.TEXT_MUTED, "history-details");

    DayList(Messages words) {
        sayings = new HistoryWords(words);
        hint = words.say("ui.history.hint.past");
        getStyleClass().add("section");
        Label title = new Label(words.say("ui.history.past"));
        title.getStyleClass().add(Styles.TITLE_4);
        list.setId("days");
        list.setAccessibleText(title.getText());
        list.getStyleClass().add("days");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, day) -> tell(day));
        details.setText(hint);
        Label calls = new Label(words.say("ui.history.calls.column"));
        calls.getStyleClass().add(Styles.TEXT_MUTED);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(title, between, calls);
        head.getStyleClass().add("days-head");
        getChildren().addAll(head, list, details);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<Day> days, Stretch hours) {
        setVisible(!days.isEmpty());
        if (!hours.equals(stretch) || !list.getItems().equals(days)) {
            stretch = hours;
            list.getItems().setAll(days);
            double height = Math.min(days.size(), MOST_ROWS) * ROW + 2;
            list.setMinHeight(height);
            list.setPrefHeight(height);
        }
    }

    private void tell(Day day) {
        details.setText(day == null ? hint : sayings.date(day.date()) + ": " + sayings.totals(day));
    }

    private final class Row extends ListCell<Day> {

        private final Label date = new Label();
        private final DayStrip strip = new DayStrip(STRIP);
        private final Label calls = new Label();
        private final HBox row = new HBox(date, strip, calls);

        Row() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            row.getStyleClass().add("day-row");
            date.getStyleClass().add("day-date");
            calls.getStyleClass().addAll("day-calls", Styles.TEXT_MUTED);
            HBox.setHgrow(strip, Priority.ALWAYS);
            strip.setMinWidth(0);
            strip.onPoint(span -> span.ifPresentOrElse(
                    it -> details.setText(sayings.date(getItem().date()) + ": " + sayings.span(it, getItem())),
                    () -> tell(list.getSelectionModel().getSelectedItem())));
        }

        @Override
        protected void updateItem(Day day, boolean empty) {
            super.updateItem(day, empty);
            Optional<Day> shown = Optional.ofNullable(day).filter(it -> !empty);
            setGraphic(shown.isPresent() ? row : null);
            setAccessibleText(
                    shown.map(it -> sayings.date(it.date()) + ": " + sayings.totals(it) + ". " + sayings.spoken(it))
                            .orElse(""));
            shown.ifPresent(it -> {
                date.setText(sayings.date(it.date()));
                calls.setText(sayings.inCalls(it));
                strip.show(it, stretch, getAccessibleText());
            });
        }
    }
}
