package app.ampel.face.window.history;

import app.ampel.domain.presence.Activity;
import app.ampel.domain.presence.Availability;
import app.ampel.domain.presence.Presence;
import app.ampel.face.window.kit.Look;
import app.ampel.face.window.kit.TeamsColour;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/** What the bars of a strip mean, by height and by colour. */
final class Legend extends FlowPane {

    private static final double WIDE = 12;
    private static final double HIGH = 16;

    private static final List<Presence> SHOWN = List.of(
            Presence.of(Availability.BUSY, Activity.IN_A_CALL),
            Presence.of(Availability.BUSY, Activity.BUSY),
            Presence.of(Availability.AVAILABLE, Activity.AVAILABLE),
            Presence.of(Availability.AWAY, Activity.AWAY),
            Presence.of(Availability.AWAY, Activity.OUT_OF_OFFICE),
            Presence.of(Availability.OFFLINE, Activity.OFFLINE));

    Legend(Messages words) {
        getStyleClass().add("legend");
        Phrases phrases = new Phrases(words);
        Label title = new Label(words.say("ui.history.legend"));
        title.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().add(title);
        SHOWN.forEach(each -> getChildren().add(entry(each, phrases.presence(each))));
    }

    private static HBox entry(Presence presence, String name) {
        Rectangle bar = new Rectangle(WIDE, HIGH * DayStrip.height(presence));
        TeamsColour hue = Look.of(presence).hue();
        bar.setFill(Color.web(hue.web()));
        bar.setStroke(Color.web(hue.edge()));
        bar.setStrokeType(StrokeType.INSIDE);
        HBox entry = new HBox(new StackPane(bar), new Label(name));
        entry.getStyleClass().add("legend-entry");
        entry.setFillHeight(false);
        return entry;
    }
}
