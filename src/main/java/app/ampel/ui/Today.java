package app.ampel.ui;

import app.ampel.history.Day;
import app.ampel.words.Words;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Today: its time in calls, its strip with the hours below, and what is pointed at in words. Not there without one. */
final class Today extends VBox {

    private static final double HEIGHT = 40;

    private final HistoryWords sayings;
    private final String hint;
    private final Label totals = Parts.text("today-totals");
    private final DayStrip strip = new DayStrip(HEIGHT);
    private final Hours hours = new Hours();
    private final Label details = Parts.text("today-details", Styles.TEXT_MUTED, "history-details");
    private Day day;

    Today(Words words) {
        sayings = new HistoryWords(words);
        hint = words.say("ui.history.hint");
        getStyleClass().add("section");
        strip.setId("today");
        strip.byKeys();
        strip.onPoint(
                span -> details.setText(span.map(it -> sayings.span(it, day)).orElse(hint)));
        details.setText(hint);
        Label title = new Label(words.say("ui.history.today"));
        title.getStyleClass().add(Styles.TITLE_4);
        getChildren().addAll(title, totals, strip, hours, details);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    Node first() {
        return strip;
    }

    void show(HistoryFace face) {
        setVisible(face.today().isPresent());
        face.today().ifPresent(today -> {
            day = today;
            totals.setText(face.totals());
            strip.show(today, face.stretch(), sayings.spoken(today));
            strip.mark(face.now());
            hours.show(today, face.stretch());
        });
    }
}
