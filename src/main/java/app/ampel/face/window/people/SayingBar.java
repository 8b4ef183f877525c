package app.ampel.face.window.people;

import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.people.TeamsLinkOpener.Saying;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What has come of something, at the page's foot: it has its room there always, so that nothing moves when it comes. */
final class SayingBar extends VBox {

    private final Label text = new Label();
    private final TextField link;

    SayingBar(Messages words) {
        getStyleClass().add("saying-bar");
        text.setId("people-saying");
        text.setWrapText(true);
        text.getStyleClass().addAll(Styles.TEXT_MUTED, "saying");
        link = Parts.readOnly("people-link", words.say("ui.people.link"), "typed");
        link.managedProperty().bind(link.visibleProperty());
        link.setVisible(false);
        getChildren().addAll(text, link);
    }

    void show(Saying saying) {
        text.setText(saying.text());
        link.setVisible(saying.link().isPresent());
        link.setText(saying.link().map(Object::toString).orElse(""));
    }
}
