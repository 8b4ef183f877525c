package app.ampel.face.window.history;

import app.ampel.domain.history.Day;
import app.ampel.domain.history.Span;
import app.ampel.face.window.kit.Parts;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Today: its strip with the hours below, and under it in words what is pointed at, else what it adds up to. Takes no room
 * while there is nothing to see.
 */
public final class Today extends VBox {

    private static final double HEIGHT = 40;

    private final HistoryWords sayings;
    private final Label text = Parts.text("today-text", "today-text");
    private final DayStrip strip = new DayStrip(HEIGHT);
    private final Hours hours = new Hours();
    private Day day;
    private String totals = "";
    private Optional<Span> pointed = Optional.empty();

    public Today(Messages words) {
        sayings = new HistoryWords(words);
        getStyleClass().add("section");
        strip.setId("today");
        strip.setAccessibleText(words.say("ui.history.today"));
        strip.setAccessibleHelp(words.say("ui.history.hint"));
        strip.byKeys();
        strip.onPoint(this::point);
        Label title = new Label(words.say("ui.history.today"));
        title.getStyleClass().add(Styles.TITLE_4);
        getChildren().addAll(title, strip, hours, text);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    Node first() {
        return strip;
    }

    public void show(HistoryViewState face) {
        setVisible(face.today().isPresent());
        face.today().ifPresent(today -> {
            day = today;
            totals = face.totals();
            strip.show(today, face.stretch(), sayings.spoken(today));
            strip.mark(face.now());
            hours.show(today, face.stretch());
            say();
        });
    }

    private void point(Optional<Span> span) {
        pointed = span;
        say();
    }

    private void say() {
        text.setText(pointed.map(span -> sayings.span(span, day)).orElse(totals));
    }
}
