package app.ampel.face.window.diagnostics;

import app.ampel.face.window.kit.Parts;
import app.ampel.service.doctor.LogLine;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The log on the diagnostics page: unfolded it follows what is written, as long as one looks at its end. */
final class LogPart extends VBox {

    private static final double ROW = 20;
    private static final double HEIGHT = 280;

    private final DiagnosticsModel model;
    private final ListView<DiagnosticsViewState.Row> rows = new ListView<>();
    private final ChoiceBox<LogLine.Level> filter = new ChoiceBox<>();
    private final CheckBox detailed;
    private boolean showing;

    /** @param moved told when it begins or ends to follow */
    LogPart(Messages words, DiagnosticsModel model, Runnable moved) {
        this.model = model;
        getStyleClass().add("log");
        detailed = Parts.button(
                new CheckBox(words.say("doctor.log.detailed")), "detailed-log", () -> model.detailed(isDetailed()));
        Button folder = Parts.button(new Button(words.say("doctor.log.open")), "open-log", model::openLog);
        rows.setId("log-rows");
        rows.setFixedCellSize(ROW);
        rows.setPrefHeight(HEIGHT);
        rows.setCellFactory(list -> new Cell());
        rows.setAccessibleText(words.say("doctor.log"));
        rows.getStyleClass().addAll("typed", Styles.DENSE);
        rows.setPlaceholder(new Label(words.say("doctor.log.empty")));
        VBox inside = new VBox(controls(words, folder), rows);
        inside.getStyleClass().add("log");
        TitledPane fold = Parts.disclosure("log", words.say("doctor.log.show"), inside);
        fold.expandedProperty().addListener((property, before, now) -> {
            model.follow(now);
            moved.run();
        });
        Label about = Parts.text("log-about", Styles.TEXT_MUTED);
        about.setText(words.say("doctor.log.about"));
        getChildren().addAll(about, detailed, fold);
    }

    private boolean isDetailed() {
        return detailed.isSelected();
    }

    private FlowPane controls(Messages words, Button folder) {
        filter.setId("log-filter");
        filter.setAccessibleText(words.say("doctor.log.filter"));
        filter.getItems().setAll(LogLine.Level.DEBUG, LogLine.Level.WARN, LogLine.Level.ERROR);
        filter.setConverter(new Names(words));
        filter.valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                model.filter(now);
            }
        });
        FlowPane controls = new FlowPane(filter, folder);
        controls.getStyleClass().add("left");
        return controls;
    }

    void show(DiagnosticsViewState.Log log) {
        showing = true;
        filter.setValue(log.least());
        detailed.setSelected(log.detailed());
        List<DiagnosticsViewState.Row> before = rows.getItems();
        if (!before.equals(log.rows())) {
            boolean atEnd = before.isEmpty() || isAtEnd();
            rows.getItems().setAll(log.rows());
            if (atEnd && !log.rows().isEmpty()) {
                rows.scrollTo(log.rows().size() - 1);
            }
        }
        showing = false;
    }

    /** Whoever has scrolled up wants to read there. */
    private boolean isAtEnd() {
        return rows.lookupAll(".list-cell").stream()
                .filter(ListCell.class::isInstance)
                .map(ListCell.class::cast)
                .anyMatch(cell ->
                        cell.isVisible() && cell.getIndex() == rows.getItems().size() - 1);
    }

    private static final class Names extends StringConverter<LogLine.Level> {

        private final Messages words;

        Names(Messages words) {
            this.words = words;
        }

        @Override
        public String toString(LogLine.Level level) {
            return level == null
                    ? ""
                    : words.say(
                            switch (level) {
                                case DEBUG, INFO -> "doctor.log.all";
                                case WARN -> "doctor.log.warnings";
                                case ERROR -> "doctor.log.errors";
                            });
        }

        @Override
        public LogLine.Level fromString(String name) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }

    private static final class Cell extends ListCell<DiagnosticsViewState.Row> {

        @Override
        protected void updateItem(DiagnosticsViewState.Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : row.text());
            getStyleClass().removeIf(style -> style.startsWith("log-"));
            if (!empty && row != null) {
                getStyleClass().add("log-" + row.level().name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
