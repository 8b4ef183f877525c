package app.ampel.ui;

import app.ampel.settings.SettingsNote;
import app.ampel.words.Words;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says above all pages what of the settings files was ignored, until that is understood. */
final class SettingsNotes extends VBox {

    private static final int MOST = 3;

    SettingsNotes(PageContext context) {
        Words words = context.words();
        SettingsHost host = context.host().settingsPage();
        List<SettingsNote> notes = host.notes();
        getStyleClass().add("settings-notes");
        getChildren().add(Parts.saying("notes-title", words.say("ui.notes.title"), Styles.TEXT_BOLD));
        notes.stream().limit(MOST).forEach(note -> getChildren().add(Parts.saying("note", note.say(words))));
        if (notes.size() > MOST) {
            getChildren().add(Parts.saying("notes-more", words.say("ui.notes.more", notes.size() - MOST)));
        }
        Label trouble = Parts.text("notes-trouble", Styles.DANGER);
        Button open = Parts.button(
                new Button(words.say("ui.settings.file.open")),
                "notes-open",
                () -> host.openFolder()
                        .whenComplete((opened, thrown) -> context.thread()
                                .execute(() -> trouble.setText(
                                        Boolean.TRUE.equals(opened) ? "" : words.say("ui.settings.file.not-opened")))));
        Button understood = Parts.button(new Button(words.say("ui.notes.understood")), "notes-understood", () -> {
            host.understood();
            setVisible(false);
        });
        FlowPane buttons = new FlowPane(understood, open);
        buttons.getStyleClass().add("chips");
        getChildren().addAll(trouble, buttons);
        managedProperty().bind(visibleProperty());
    }
}
